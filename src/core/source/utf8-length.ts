/** Units that are encoded at once; three bytes each at the most. */
const blockSize = 16 * 1024;
const scratch = new Uint8Array(blockSize * 3);

/** The last text is asked about again: may it be read, and how large is it? */
let last = { text: '', bytes: 0 };

/** Bytes of a text in UTF-8; a lone surrogate counts as U+FFFD does. */
export function utf8Length(text: string): number {
  if (text !== last.text) last = { text, bytes: countBytes(text) };
  return last.bytes;
}

function countBytes(text: string): number {
  const encoder = new TextEncoder();
  let bytes = 0;
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + blockSize, text.length);
    // The two halves of a character are counted together.
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end -= 1;
    bytes += encoder.encodeInto(text.slice(at, end), scratch).written;
    at = end;
  }
  return bytes;
}
