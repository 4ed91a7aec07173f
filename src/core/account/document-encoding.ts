/** Bytes of a document become text (ACC-1: documents are UTF-8). */
import type { Diagnostic } from '../source/diagnostics.ts';

export interface DecodedDocument {
  /** With its BOM, where it has one: saving must give the same bytes (ACC-6). */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

const atStart = { start: 0, end: 0 };

/** Never fails: what is not UTF-8 is read as far as it can be, with an error that says so. */
export function decodeDocument(bytes: Uint8Array): DecodedDocument {
  const utf16 = utf16ByteOrder(bytes);
  if (utf16) {
    const message = `The document is ${utf16.toUpperCase()}; Account XML is UTF-8. Save it as UTF-8.`;
    const text = new TextDecoder(utf16).decode(bytes);
    return { text, diagnostics: [{ rule: 'ACC-1', severity: 'error', message, range: atStart }] };
  }
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      diagnostics: [],
    };
  } catch {
    const declared = decodeAsDeclared(bytes);
    if (declared) return declared;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const at = Math.max(0, firstReplacement(bytes, text));
    const message =
      'The document is not UTF-8: from here on characters are lost (shown as \uFFFD). Convert the file to UTF-8 with the program that wrote it.';
    return {
      text,
      diagnostics: [{ rule: 'ACC-1', severity: 'error', message, range: { start: at, end: at + 1 } }],
    };
  }
}

/** Bytes in which a declaration of the encoding ends. */
const declarationLength = 256;

/** As the XML declaration says, where that loses no character: then a person can convert it here. */
function decodeAsDeclared(bytes: Uint8Array): DecodedDocument | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, declarationLength));
  const [, name = 'utf-8'] = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start) ?? [];
  try {
    const decoder = new TextDecoder(name);
    const text = decoder.decode(bytes);
    if (decoder.encoding.startsWith('utf-') || text.includes('\uFFFD')) return null;
    const message = `The document is in ${name}, as it declares, and is read as that. Account XML is UTF-8: save it as UTF-8.`;
    return { text, diagnostics: [{ rule: 'ACC-1', severity: 'error', message, range: atStart }] };
  } catch {
    // No encoding of that name is known.
    return null;
  }
}

/** By its BOM, or by a `<` of two bytes at the start (XML 1.0, appendix F). */
function utf16ByteOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return null;
}

/** The first U+FFFD that the bytes do not hold themselves. */
function firstReplacement(bytes: Uint8Array, text: string): number {
  const encoder = new TextEncoder();
  let before = 0;
  let counted = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
    before += encoder.encode(text.slice(counted, at)).length;
    counted = at;
    const genuine = bytes[before] === 0xef && bytes[before + 1] === 0xbf && bytes[before + 2] === 0xbd;
    if (!genuine) return at;
  }
  return -1;
}
