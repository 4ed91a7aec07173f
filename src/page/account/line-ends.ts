/** What line ends a document has, so that the page can say so; nothing is ever converted. */
export interface LineEnds {
  readonly lf: number;
  readonly crlf: number;
  readonly cr: number;
  readonly bom: boolean;
}

export function lineEndsOf(text: string): LineEnds {
  let lf = 0;
  let crlf = 0;
  let cr = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (at > 0 && text.charCodeAt(at - 1) === 13) crlf += 1;
    else lf += 1;
  }
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== 10) cr += 1;
  }
  return { lf, crlf, cr, bom: text.startsWith('\uFEFF') };
}

/** In a word or two: `LF`, `CRLF`, `mixed line ends`. A document of one line has none. */
export function describeLineEnds({ lf, crlf, cr, bom }: LineEnds): string {
  const kinds = [lf > 0 && 'LF', crlf > 0 && 'CRLF', cr > 0 && 'CR'].filter((kind) => kind !== false);
  const ends = kinds.length > 1 ? `mixed line ends (${kinds.join(', ')})` : (kinds[0] ?? 'one line');
  return bom ? `BOM, ${ends}` : ends;
}
