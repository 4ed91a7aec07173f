/** Counts the delimiters of a multipart body as it passes by (RFC 2046, section 5.1.1). */

export interface DelimiterCount {
  readonly add: (chunk: Buffer) => void;
  readonly total: () => number;
}

export function countDelimiters(boundary: string): DelimiterCount {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // A body may begin with its delimiter: the line break before it is the head's.
  let rest: Buffer = Buffer.from('\r\n');
  let total = 0;
  const add = (chunk: Buffer) => {
    // The end of one chunk and the start of the next, so that a split delimiter is seen once.
    const seam = Buffer.concat([rest, chunk.subarray(0, delimiter.length - 1)]);
    total += occurrences(seam, delimiter) + occurrences(chunk, delimiter);
    rest = Buffer.concat([rest, chunk.subarray(-(delimiter.length - 1))]).subarray(-(delimiter.length - 1));
  };
  return { add, total: () => total };
}

function occurrences(bytes: Buffer, sought: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + sought.length)) count += 1;
  return count;
}
