/** Index of the last of `length` ascending starts that is not after `offset`; 0 where none is. */
export function lastAtOrBefore(length: number, startOf: (index: number) => number, offset: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
