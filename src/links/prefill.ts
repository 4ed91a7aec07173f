/**
 * Links that a provider's own portal writes by hand: `#xml=…&to=…&description=…&method=…&assume=ID:OPTION&
 * account=N&locale=L&example=NAME`, each value percent-encoded. Read as data: nothing here is trusted.
 */
import { applyEdits, setKey } from '../core/account/edit-account.ts';
import { methodKey } from '../core/account/service-keys.ts';
import { isAssumption } from '../core/assumptions.ts';
import {
  bounds,
  emptySession,
  isXmlTooLong,
  noMedia,
  type ReadShared,
  type SharedSession,
} from './shared-session.ts';

export interface Prefill {
  /** Null: the Account XML that is there stays. */
  readonly xml: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly method: string | null;
  readonly assumptions: Readonly<Record<string, string>>;
  readonly account: number | null;
  readonly locale: string | null;
  /** Example media by name. */
  readonly example: string | null;
  readonly faults: readonly string[];
}

export const prefillNames: readonly string[] = [
  'xml',
  'to',
  'description',
  'method',
  'assume',
  'account',
  'locale',
  'example',
];

/** More pairs than there are names and assumptions. */
const mostPairs = 200;

export function readPrefill(fragment: string): Prefill {
  const faults: string[] = [];
  const values = new Map<string, string>();
  const assumptions: Record<string, string> = {};
  const pairs = fragment.split('&', mostPairs + 1);
  if (pairs.length > mostPairs) faults.push(`A link has at most ${mostPairs} values: the rest was not read.`);
  for (const pair of pairs.slice(0, mostPairs)) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    const value = decode(equals < 0 ? '' : pair.slice(equals + 1));
    if (!prefillNames.includes(name))
      faults.push(`“${shown(name)}” means nothing in a link: its names are ${prefillNames.join(', ')}.`);
    else if (value === null)
      faults.push(`The value of ${name} is not percent-encoded UTF-8, and was not taken.`);
    else if (name === 'assume') readAssumption(value, assumptions, faults);
    else if (values.has(name)) faults.push(`${name} stands there twice: the first one was taken.`);
    else values.set(name, value);
  }
  return { ...readValues(values, faults), assumptions, faults };
}

/** A text of a stranger, in a message. */
function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Null where it is none. A plus sign is one: forms write it for a space, links do not. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function readAssumption(value: string, assumptions: Record<string, string>, faults: string[]): void {
  const colon = value.indexOf(':');
  const [id, option] = [value.slice(0, Math.max(0, colon)), value.slice(colon + 1)];
  if (isAssumption(id, option)) assumptions[id] = option;
  else faults.push(`No assumption is “${shown(value)}”: write assume=ID:OPTION.`);
}

function readValues(
  values: ReadonlyMap<string, string>,
  faults: string[],
): Omit<Prefill, 'assumptions' | 'faults'> {
  const within = (name: string, isRight: (value: string) => boolean, what: string) => {
    const value = values.get(name);
    if (value === undefined) return null;
    if (isRight(value)) return value;
    faults.push(`${name} is ${what}, and was not taken.`);
    return null;
  };
  const short = (value: string) => value.length <= bounds.word;
  const given = (name: string) =>
    within(name, (value) => value.length <= bounds.value, 'longer than 65,536 characters');
  const parameters = ['to', 'description'].flatMap((name) => {
    const value = given(name);
    return value === null ? [] : [[name, value] as const];
  });
  const account = within(
    'account',
    (value) => /^[1-9][0-9]{0,3}$/.test(value),
    'no number of an account, which begin with 1',
  );
  return {
    xml: within('xml', (value) => !isXmlTooLong(value), 'longer than 1 MiB'),
    parameters: Object.fromEntries(parameters),
    method: within('method', (value) => /^(?:post|put)$/i.test(value), 'neither POST nor PUT'),
    account: account === null ? null : Number(account),
    locale: within('locale', short, 'longer than a locale is'),
    example: within('example', (value) => short(value) && value !== '', 'no name of example media'),
  };
}

/** On what is there; a method is written into the Account XML, where it belongs. */
export function applyPrefill(prefill: Prefill, there: SharedSession): ReadShared {
  const { xml, parameters, method, assumptions, account, locale, example } = prefill;
  const faults = [...prefill.faults];
  // With an XML of its own it is a session of its own.
  const base = xml === null ? there : { ...emptySession, xml };
  const choice = { account: account ?? base.account, locale: locale ?? base.locale };
  let text = base.xml;
  if (method !== null) {
    const outcome = setKey(
      text,
      { ...choice, locale: choice.locale || undefined },
      methodKey,
      method.toUpperCase(),
    );
    if (outcome.kind === 'edits') text = applyEdits(text, outcome.edits);
    else faults.push(`The method could not be set. ${outcome.reason}`);
  }
  const session = {
    xml: text,
    parameters: { ...base.parameters, ...parameters },
    assumptions: { ...base.assumptions, ...assumptions },
    ...choice,
    media: example === null ? base.media : { ...noMedia, example },
  };
  return { session, faults };
}
