/**
 * What of a session would leave with it, item by item: each secret is left out unless a person says otherwise.
 * What is left out has a word in its place, so that the other side sees where to put its own.
 */
import { blankSecrets, numberedBlanks } from '../core/secrets/blank-secrets.ts';
import { documentSecrets } from '../core/secrets/document-secrets.ts';
import { literalSecrets } from '../core/secrets/literal-secrets.ts';
import { isPlaceholder } from '../core/secrets/placeholders.ts';
import { blankFor, isSecretName } from '../core/secrets/secret-names.ts';
import type { SharedSession } from './shared-session.ts';

export interface SharedSecret {
  /** Of this session alone. */
  readonly id: string;
  /** Where it stands: in the Account XML, or in a parameter that a person has set. */
  readonly place:
    | { readonly kind: 'xml'; readonly offset: number }
    | { readonly kind: 'parameter'; readonly name: string };
  /** As it is written there: `password`, `X-Api-Key`. */
  readonly name: string;
  /** What takes its place: API_KEY. */
  readonly blank: string;
  readonly why: string;
}

export interface Review {
  readonly secrets: readonly SharedSecret[];
  /** The session without its secrets, but for those that a person lets go. */
  sessionWith(kept: ReadonlySet<string>): SharedSession;
}

export function reviewSession(session: SharedSession): Review {
  const inXml = documentSecrets(session.xml);
  const blankInXml = numberedBlanks(session.xml);
  const xmlId = (offset: number) => `xml ${offset}`;
  const xmlSecrets = inXml.map((secret): SharedSecret => {
    const { name, why, range } = secret;
    return {
      id: xmlId(range.start),
      place: { kind: 'xml', offset: range.start },
      name,
      why,
      blank: blankInXml(secret),
    };
  });
  const values = inXml.map(({ range, blank }) => ({
    text: session.xml.slice(range.start, range.end),
    blank,
  }));
  const parameters = Object.entries(session.parameters).flatMap(([name, value]) =>
    parameterSecret(name, value, values),
  );
  return {
    secrets: [...xmlSecrets, ...parameters.map(({ secret }) => secret)],
    sessionWith: (kept) => {
      const out = inXml.filter(({ range }) => !kept.has(xmlId(range.start)));
      const blanks = parameters
        .filter(({ secret }) => !kept.has(secret.id))
        .map(({ name, without }) => [name, without]);
      return {
        ...session,
        xml: blankSecrets(session.xml, out, blankInXml),
        parameters: { ...session.parameters, ...Object.fromEntries(blanks) },
      };
    },
  };
}

interface ParameterSecret {
  readonly secret: SharedSecret;
  readonly name: string;
  /** The value with words in the place of what is secret. */
  readonly without: string;
}

interface KnownValue {
  readonly text: string;
  readonly blank: string;
}

/** Shorter ones stand in other words. */
const leastKnown = 6;

function parameterSecret(
  name: string,
  value: string,
  known: readonly KnownValue[],
): readonly ParameterSecret[] {
  const blank = blankFor(name);
  if (value.trim() === '' || isPlaceholder(value, blank)) return [];
  const one = (without: string, why: string): readonly ParameterSecret[] => {
    const place = { kind: 'parameter', name } as const;
    return [{ secret: { id: `parameter ${name}`, place, name, blank, why }, name, without }];
  };
  if (isSecretName(name)) return one(blank, `Its name, ${name}, says that it is a secret.`);
  const written = blankSecrets(value, literalSecrets(value, { isExpanded: true }));
  const without = known
    .filter(({ text }) => text.length >= leastKnown)
    .reduce((all, { text, blank: word }) => all.replaceAll(text, word), written);
  return without === value ? [] : one(without, 'It holds what is a secret elsewhere, or looks like one.');
}
