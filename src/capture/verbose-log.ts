/** What `curl -v` and its like print: `> ` before the lines that went out, `< ` before those that came back. */
import { latin1, latin1Bytes } from './byte-text.ts';

export interface VerboseLog {
  /** Heads as they would stand in a capture; null where there is none. */
  readonly request: Uint8Array | null;
  readonly reply: Uint8Array | null;
}

const mostBytes = 4 * 1024 * 1024;

/** Null where it is no such log. */
export function readVerboseLog(bytes: Uint8Array): VerboseLog | null {
  if (bytes.length > mostBytes) return null;
  const start = latin1(bytes.subarray(0, 64 * 1024));
  if (!/^> [A-Z]{3,10} \S+ HTTP\/\d/m.test(start) && !/^< HTTP\/\d/m.test(start)) return null;
  const out: string[] = [];
  const back: string[] = [];
  const rest: string[] = [];
  for (const raw of latin1(bytes).split('\n')) {
    const line = raw.replace(/\r$/, '');
    if (/^>(?: |$)/.test(line)) {
      // A new request: the last one is what led to the reply.
      if (/^> [A-Z]{3,10} \S+ HTTP\/\d/.test(line)) out.length = 0;
      out.push(line.slice(2));
    } else if (/^<(?: |$)/.test(line)) {
      if (/^< HTTP\/\d/.test(line)) {
        back.length = 0;
        rest.length = 0;
      }
      back.push(line.slice(2));
    } else if (!/^(?:[*{}] |[*{}]$|\s*%? ?(?:Total|Dload)\b)/.test(line) && back.length > 0) rest.push(raw);
  }
  const head = (lines: readonly string[]) => `${lines.join('\r\n').replace(/(?:\r\n)+$/, '')}\r\n\r\n`;
  return {
    request: out.length > 0 ? latin1Bytes(head(out)) : null,
    reply: back.length > 0 ? latin1Bytes(head(back) + rest.join('\n')) : null,
  };
}
