/** A call of the hash function (TPL-3): inner calls first, without recursion, for they may be nested a thousand deep. */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { hashFunction } from './parameter-catalogue.ts';
import { utf8 } from './percent-encoding.ts';
import type { TemplateToken } from './template-tokens.ts';

export type CallToken = Extract<TemplateToken, { readonly kind: 'call' }>;

export interface Evaluated {
  readonly text: string;
  /** A password went into it. */
  readonly secret: boolean;
}

/** `expand` gives whatever is no call of the hash function itself. */
export function evaluateHash(outermost: CallToken, expand: (token: TemplateToken) => Evaluated): Evaluated {
  const open = [{ call: outermost, next: 0, text: '', secret: false }];
  for (;;) {
    const frame = open.at(-1);
    if (frame === undefined) return { text: '', secret: false };
    const inner = frame.call.argument[frame.next++];
    if (inner === undefined) {
      open.pop();
      const text = bytesToHex(sha1(utf8(frame.text)));
      const outer = open.at(-1);
      if (outer === undefined) return { text, secret: frame.secret };
      outer.text += text;
      outer.secret ||= frame.secret;
    } else if (inner.kind === 'call' && inner.functionName === hashFunction) {
      open.push({ call: inner, next: 0, text: '', secret: false });
    } else {
      const { text, secret } = expand(inner);
      frame.text += text;
      frame.secret ||= secret;
    }
  }
}
