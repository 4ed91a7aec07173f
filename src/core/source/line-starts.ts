/** Where the lines of a text start. Lines end in LF, CRLF or CR, as XML reads them. */

/** The first line starts after a BOM, which is not counted (interfaces.md). */
export function lineStarts(text: string): readonly number[] {
  const known = recent.find((one) => one.text === text);
  if (known) return known.starts;
  const starts = findLineStarts(text);
  recent = [{ text, starts }, ...recent].slice(0, recentLimit);
  return starts;
}

/** Of a large text they are asked for several times after a keystroke: of it as it was, and as it is. */
let recent: readonly { readonly text: string; readonly starts: readonly number[] }[] = [];
const recentLimit = 2;

function findLineStarts(text: string): number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  if (text.includes('\r')) {
    for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return starts;
}
