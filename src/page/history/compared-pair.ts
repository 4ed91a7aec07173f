/** Two kept uploads, or one and the present request, as they are compared: both masked where one of them is. Pure. */
import { changedAssumptions } from '../state/session.ts';
import type { Compared } from './compare-entries.ts';
import type { EntryDetails } from './entry.ts';
import { maskDetails, readKeptSession } from './mask-details.ts';

/** What is on the screen and was not sent. */
export type PresentRequest = Pick<EntryDetails, 'version' | 'request' | 'session' | 'secrets' | 'blanks'>;

export function comparedPair(
  left: EntryDetails,
  right: EntryDetails | PresentRequest,
  showSecrets: boolean,
): readonly [Compared, Compared] {
  const isMasked = !showSecrets || left.secrets === null || right.secrets === null;
  return [comparedOf(left, isMasked), comparedOf(right, isMasked)];
}

function comparedOf(one: EntryDetails | PresentRequest, isMasked: boolean): Compared {
  const sent = 'reply' in one ? one : null;
  const all: EntryDetails = { ...unsent, ...one };
  const { request, reply, verdict, failure, timing, session, blanks } = isMasked ? maskDetails(all) : all;
  return {
    request,
    answer: sent && { reply, verdict, failure, timing },
    configuration: configurationOf(session),
    blanks,
  };
}

const unsent = {
  reply: null,
  verdict: null,
  failure: null,
  timing: { phases: [], total: 0 },
  logins: [],
} satisfies Partial<EntryDetails>;

function configurationOf(stored: unknown): Compared['configuration'] {
  const session = readKeptSession(stored);
  if (session === null) return [];
  const { xml, parameters, assumptions, locale, account } = session;
  return [
    ['Account XML', xml],
    ['Account', String(account)],
    ['Locale', locale],
    ...Object.entries(parameters).map(([name, value]) => [name, value] as const),
    ...changedAssumptions(assumptions).map((id) => [`Assumption ${id}`, assumptions[id]] as const),
  ];
}
