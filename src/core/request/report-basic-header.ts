/** HDR-7: a custom `Authorization: Basic …` whose value is no Base64 of user name, colon and password. */
import { authPasswordKey, authUsernameKey } from '../account/service-keys.ts';
import type { Piece } from '../source/provenance.ts';
import { textOf } from '../source/provenance.ts';
import type { Expander } from '../template/expander.ts';
import type { TemplateSlice } from '../template/split-template.ts';
import type { Template } from '../template/template.ts';
import { decodeBase64 } from './basic.ts';

const basic = /^basic(?:[ \t]+|$)/i;

/** Judges what is sent; `value` is where it was written. */
export function reportBasicHeader(
  expander: Expander,
  template: Template,
  value: TemplateSlice,
  pieces: readonly Piece[],
): void {
  const sent = textOf(pieces);
  const scheme = basic.exec(sent)?.[0];
  if (scheme === undefined) return;
  const fault = faultOf(pieces, sent.slice(scheme.length).replace(/[ \t]{1,1000}$/, ''));
  if (fault === null) return;
  const written = basic.exec(template.value.text.slice(value.start, value.end))?.[0] ?? '';
  const start = value.start + written.length;
  const place = start < value.end ? { start, end: value.end } : value;
  expander.report('HDR-7', 'warning', fault, expander.range(template, place));
}

const instead = `Set ${authUsernameKey} and ${authPasswordKey}, or write a ready value.`;

function faultOf(pieces: readonly Piece[], token: string): string | null {
  const bytes = decodeBase64(token);
  if (bytes !== null) {
    if (isLogin(bytes)) return null;
    return `Basic takes the Base64 of user name, colon and password, and this is of something else. A template can't encode. ${instead}`;
  }
  const masked = pieces.some(({ origin }) => origin.kind === 'parameter' && origin.masked === true);
  // Without its asterisks it might be one.
  if (masked && decodeBase64(token.replaceAll('*', '')) !== null)
    return 'Basic takes Base64, and asterisks are sent in its place because the URL is not https (TPL-6): no server can read them. Use https.';
  return `Basic takes the Base64 of user name, colon and password, and this is no Base64: a template can't encode. ${instead}`;
}

/** RFC 7617, section 2: no control characters; whether it is UTF-8 is not said. */
function isLogin(bytes: Uint8Array): boolean {
  return bytes.includes(0x3a) && !bytes.some((byte) => byte < 0x20 || byte === 0x7f);
}
