/** Challenges of a `WWW-Authenticate` header (RFC 9110, section 11.6.1). */
import { FieldScanner } from './field-scanner.ts';

export interface AuthChallenge {
  readonly scheme: string;
  /** Names in lower case; of several of one name the first counts. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Characters of the values of its parameters. */
  readonly length: number;
}

type Headers = readonly (readonly [name: string, value: string])[];

/** Of all headers of that name, in their order. */
export function challengesOf(headers: Headers): readonly AuthChallenge[] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'www-authenticate')
    .flatMap(([, value]) => parseChallenges(value));
}

/** Tolerant: reading ends where the text makes no sense any more. Linear, for servers send what they like. */
export function parseChallenges(
  value: string,
  scanner: FieldScanner = new FieldScanner(value),
): readonly AuthChallenge[] {
  const challenges: { scheme: string; parameters: Map<string, string>; length: number }[] = [];
  for (;;) {
    scanner.skipSeparators();
    const name = scanner.token();
    if (name === '') return challenges;
    const behindName = scanner.at;
    scanner.skipSpace();
    if (scanner.peek() !== '=') {
      challenges.push({ scheme: name, parameters: new Map(), length: 0 });
      if (scanner.at > behindName) skipToken68(scanner);
      continue;
    }
    scanner.at += 1;
    const given = readValue(scanner);
    if (given === null) return challenges;
    const challenge = challenges.at(-1);
    const key = name.toLowerCase();
    if (!challenge || challenge.parameters.has(key)) continue;
    challenge.parameters.set(key, given);
    challenge.length += given.length;
  }
}

/** A quoted string or a token; null where it is neither. */
function readValue(scanner: FieldScanner): string | null {
  scanner.skipSpace();
  if (scanner.peek() === '"') {
    scanner.at += 1;
    return scanner.quoted();
  }
  const token = scanner.token();
  return token === '' ? null : token;
}

/** What follows a scheme alone, up to a comma; anything else is a parameter or a scheme. */
function skipToken68(scanner: FieldScanner): void {
  const start = scanner.at;
  if (!scanner.skipToken68()) return;
  scanner.skipSpace();
  if (!scanner.isAtEnd && scanner.peek() !== ',') scanner.at = start;
}
