/** Headers of a reply: ordered pairs, names in any letter case (RFC 9110, section 5.1). */
export type Headers = readonly (readonly [name: string, value: string])[];

/** The values of every header of that name, in order, without white space around them. */
export function headerValues(headers: Headers, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([given]) => given.toLowerCase() === wanted).map(([, value]) => value.trim());
}
