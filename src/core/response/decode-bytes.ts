/** The platform's decoders, with what Node and browsers do differently made equal. */

/**
 * The name of the encoding that a label stands for (WHATWG Encoding), or null. Which end bare
 * `utf-16` starts with, the first bytes tell: a BOM, or the zero of an ASCII character.
 */
export function encodingOf(label: string, body: Uint8Array): string | null {
  try {
    const { encoding } = new TextDecoder(label.trim());
    if (label.trim().toLowerCase() !== 'utf-16') return encoding;
    const bigEndian = (body[0] === 0 && body[1] !== 0) || (body[0] === 0xfe && body[1] === 0xff);
    return bigEndian ? 'utf-16be' : encoding;
  } catch {
    return null;
  }
}

/** `encoding` is one that `encodingOf` gave. A BOM of that encoding is dropped. */
export function decodeAs(body: Uint8Array, encoding: string): { text: string; sound: boolean } {
  const text = new TextDecoder(encoding).decode(body);
  if (encoding === 'windows-1252') return { text: withWindowsCharacters(text), sound: true };
  return { text, sound: !text.includes('\uFFFD') || isSound(body, encoding) };
}

/** Bytes that are decoded at once where their text is not kept. */
const block = 1024 * 1024;

/** Whether the text's U+FFFD stand for themselves. In blocks: a second text would double the memory. */
function isSound(body: Uint8Array, encoding: string): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < body.length; at += block)
      decoder.decode(body.subarray(at, at + block), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The bytes 80 to 9F of windows-1252; the five without a character stand for themselves. */
const windowsCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node 20 decodes windows-1252 as ISO-8859-1, browsers do not: the command line must not differ. */
function withWindowsCharacters(text: string): string {
  if (!/[\u0080-\u009F]/.test(text)) return text;
  let out = '';
  // In blocks: one replacement for each of 64 million characters is more than an engine can hold.
  for (let at = 0; at < text.length; at += block) {
    out += text
      .slice(at, at + block)
      .replaceAll(
        /[\u0080-\u009F]/g,
        (control) => windowsCharacters[control.charCodeAt(0) - 0x80] ?? control,
      );
  }
  return out;
}
