/** Bytes to text: by BOM, else Content-Type, else the XML declaration, else UTF-8 (RES-4). */
import { decodeAs, encodingOf } from './decode-bytes.ts';
import { quote } from './reasons.ts';

export interface DecodedText {
  /** Without its BOM. */
  readonly text: string;
  /** What a person should know of how it was decoded. */
  readonly notes: readonly string[];
}

const declarationSource = 'the XML declaration';

interface Claim {
  readonly source: string;
  readonly label: string;
}

export function decodeText(body: Uint8Array, contentTypeCharset: string | null): DecodedText {
  const notes: string[] = [];
  const usable: (Claim & { encoding: string })[] = [];
  for (const claim of claims(body, contentTypeCharset)) {
    const encoding = encodingOf(claim.label, body);
    if (encoding !== null) usable.push({ ...claim, encoding });
    else notes.push(`Unknown charset in ${claim.source}, "${quote(claim.label)}": it is ignored.`);
  }
  const [effective, ...rest] = usable;
  const contrary = rest.find((claim) => claim.encoding !== effective?.encoding);
  if (effective && contrary) {
    const although = `although ${contrary.source} says ${quote(contrary.label)}`;
    notes.push(`The body is read as ${effective.encoding}, as ${effective.source} says, ${although}.`);
  }
  if (effective?.source === declarationSource && effective.encoding.startsWith('utf-16') && !isWide(body)) {
    notes.push(`The XML declaration says ${effective.label}, but is not written in it: say UTF-8 instead.`);
  }
  const encoding = effective?.encoding ?? 'utf-8';
  const { text, sound } = decodeAs(body, encoding);
  if (!sound) notes.push(`Some bytes of the body are no ${encoding}: each shows as U+FFFD (\uFFFD).`);
  return { text, notes };
}

/** In the order of their weight. */
function claims(body: Uint8Array, contentTypeCharset: string | null): Claim[] {
  const bom = byteOrderMark(body);
  const declared = declaredEncoding(body);
  return [
    ...(bom === null ? [] : [{ source: 'the byte order mark', label: bom }]),
    ...(contentTypeCharset === null ? [] : [{ source: 'the Content-Type', label: contentTypeCharset }]),
    ...(declared === null ? [] : [{ source: declarationSource, label: declared }]),
  ];
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

const declaration =
  /^\uFEFF?<\?xml[ \t\r\n][^>]*?[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*(?:"([^"<>]*)"|'([^'<>]*)')/;
/** Bytes in which an XML declaration must name its encoding. */
const declarationLength = 1024;

/** Read as XML 1.0, appendix F advises: byte by byte, or in the UTF-16 that its first two bytes betray. */
function declaredEncoding(body: Uint8Array): string | null {
  const start = body.subarray(0, declarationLength);
  const encoding = (isWide(start) && encodingOf('utf-16', start)) || 'windows-1252';
  const match = declaration.exec(decodeAs(start, encoding).text.replace(/^ï»¿/, ''));
  return match?.[1] ?? match?.[2] ?? null;
}

/** UTF-16: one of the two bytes of `<` is zero. */
function isWide([first, second]: Uint8Array): boolean {
  return first === 0 || second === 0;
}
