/** Challenges of a `WWW-Authenticate` header (RFC 9110, section 11.6.1). */

export interface AuthChallenge {
  readonly scheme: string;
  /** Names in lower case; of several of one name the first counts. */
  readonly parameters: ReadonlyMap<string, string>;
}

const token = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
/** A parameter, else the scheme of the next challenge (with a token68, which is skipped), else a comma. */
const part = new RegExp(
  `(${token})[ \\t]*=[ \\t]*(?:"((?:[^"\\\\]|\\\\.)*)"|(${token}))|(${token})(?:[ \\t]+[A-Za-z0-9\\-._~+/]+=*(?=[ \\t]*(?:,|$)))?|[ \\t,]+`,
  'y',
);

/** Tolerant: reading ends where the text makes no sense any more. */
export function parseChallenges(value: string): readonly AuthChallenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  part.lastIndex = 0;
  for (let match = part.exec(value); match && match[0] !== ''; match = part.exec(value)) {
    const [, name, inQuotes, bare, scheme] = match;
    if (scheme !== undefined) challenges.push({ scheme, parameters: new Map() });
    if (name === undefined) continue;
    const parameters = challenges.at(-1)?.parameters;
    const key = name.toLowerCase();
    if (parameters && !parameters.has(key)) {
      parameters.set(key, inQuotes === undefined ? (bare ?? '') : inQuotes.replaceAll(/\\(.)/g, '$1'));
    }
  }
  return challenges;
}
