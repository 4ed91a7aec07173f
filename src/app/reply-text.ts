/** A reply's body as text to read: pretty where it can be, and never more than a page can bear. */
import type { Verdict } from '../core/response/verdict.ts';
import { type Reply, replyBody } from './exchange.ts';
import { prettyJson } from './pretty-json.ts';
import { prettyXml } from './pretty-xml.ts';

export interface ReplyText {
  readonly text: string;
  /** Characters that are left out behind `text`. */
  readonly hidden: number;
  readonly isXml: boolean;
  /** Whether there is a pretty form at all. */
  readonly canPretty: boolean;
}

/** Characters: beyond the first, no pretty form is made; beyond the second, the rest is left out. */
const prettyLimit = 512 * 1024;
const shownLimit = 100_000;

export function readReply(text: string, kind: Verdict['kind'], view: 'pretty' | 'raw'): ReplyText {
  const canPretty = kind !== null && text.length <= prettyLimit;
  const whole = canPretty && view === 'pretty' ? pretty(text, kind) : text;
  const shown = whole.slice(0, shownLimit);
  return { text: shown, hidden: whole.length - shown.length, isXml: kind === 'xml', canPretty };
}

function pretty(text: string, kind: 'xml' | 'json'): string {
  return kind === 'json' ? (prettyJson(text) ?? text) : prettyXml(text);
}

/** Where no verdict has settled the charset, as after a reply that broke off. */
export function decodeReply(reply: Reply): string {
  return new TextDecoder().decode(replyBody(reply));
}
