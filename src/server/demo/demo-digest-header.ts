/** Reads `Authorization: Digest …`, as strictly as RFC 7616 writes it (section 3.4). */

export type DigestHeader =
  | { readonly kind: 'read'; readonly parameters: ReadonlyMap<string, string> }
  /** `why` is for people. */
  | { readonly kind: 'malformed'; readonly why: string };

/** These come in quotes, those come without; a client that swaps them is refused by many servers. */
const quoted = new Set(['username', 'realm', 'nonce', 'uri', 'response', 'cnonce', 'opaque']);
const bare = new Set(['algorithm', 'qop', 'nc']);

const parameter = /[\t ]*([!#$%&'*+\-.^_`|~\w]+)=(?:"((?:[^"\\]|\\.)*)"|([!#$%&'*+\-.^_`|~\w]+))[\t ]*(,|$)/y;

/** Names in lower case, values without their quotes. */
export function readDigest(authorization: string): DigestHeader {
  const scheme = /^Digest +/i.exec(authorization);
  if (scheme === null) return { kind: 'malformed', why: 'The Authorization is not Digest' };
  const parameters = new Map<string, string>();
  let at = scheme[0].length;
  for (let more = true; more; ) {
    parameter.lastIndex = at;
    const match = parameter.exec(authorization);
    if (match === null) return { kind: 'malformed', why: 'The Authorization is not well-formed' };
    const name = (match[1] ?? '').toLowerCase();
    const isQuoted = match[2] !== undefined;
    if (quoted.has(name) && !isQuoted) return malformed(name, 'is not in quotes');
    if (bare.has(name) && isQuoted) return malformed(name, 'is in quotes, which RFC 7616 forbids');
    if (parameters.has(name)) return malformed(name, 'is there twice');
    parameters.set(name, match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? '');
    at = parameter.lastIndex;
    more = match[4] === ',';
  }
  return { kind: 'read', parameters };
}

function malformed(name: string, what: string): DigestHeader {
  return { kind: 'malformed', why: `The parameter ${name} ${what}` };
}
