/**
 * How many UTF-16 units two texts have in common at their start and, of the rest, at their end. Neither
 * half a character nor half of CRLF is counted: both are places where no edit may begin.
 */
export function commonEnds(one: string, other: string): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one.charCodeAt(head) === other.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    one.charCodeAt(one.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail)
  ) {
    tail += 1;
  }
  while (head > 0 && (splits(one, head) || splits(other, head))) head -= 1;
  while (tail > 0 && (splits(one, one.length - tail) || splits(other, other.length - tail))) tail -= 1;
  return { head, tail };
}

function splits(text: string, at: number): boolean {
  return /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(text.slice(at - 1, at + 1));
}
