/** What a request for a file says of itself: which forms it takes, and which one it has. */

export type Coding = 'br' | 'gzip';

/** RFC 9110, 12.5.3: whether a coding may be used; without the header none is. */
export function accepts(header: string | undefined, coding: Coding): boolean {
  let any = false;
  for (const item of (header ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
    const isTaken = !parameters.some((parameter) => /^q=0(?:\.0{0,3})?$/.test(parameter));
    if (name === coding || name === `x-${coding}`) return isTaken;
    if (name === '*') any = isTaken;
  }
  return any;
}

/** RFC 9110, 13.1.2: whether `If-None-Match` names this file, compared weakly. */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const opaque = etag.replace(/^W\//, '');
  return header.split(',').some((item) => {
    const given = item.trim();
    return given === '*' || given.replace(/^W\//, '') === opaque;
  });
}
