/** What of a session goes into a link or a file: its inputs, never the media themselves, nothing derived. */

import { maxDocumentBytes } from '../core/account/read-account.ts';
import { defaultAssumptions, isAssumption } from '../core/assumptions.ts';
import { utf8Length } from '../core/source/utf8-length.ts';
import { isParameterName } from '../core/template/parameter-catalogue.ts';

export interface SharedSession {
  readonly xml: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Those that differ from the default, by id. */
  readonly assumptions: Readonly<Record<string, string>>;
  /** 1-based (ACC-1). */
  readonly account: number;
  /** Empty: none (ACC-3). */
  readonly locale: string;
  readonly media: SharedMedia;
}

export interface SharedMedia {
  /** A bundled example by its name (`photo`, `clip`); null: the first stands in (MP-10). */
  readonly example: string | null;
  /** File name and type set by hand (MP-8, MP-10); null: the media's own. */
  readonly name: string | null;
  readonly type: string | null;
}

export const noMedia: SharedMedia = { example: null, name: null, type: null };

export const emptySession: SharedSession = {
  xml: '',
  parameters: {},
  assumptions: {},
  account: 1,
  locale: '',
  media: noMedia,
};

/** Bounds on what a stranger may put in; each is far beyond what a person does. */
export const bounds = {
  /** Bytes of UTF-8 (ACC-7). */
  xml: maxDocumentBytes,
  parameters: 200,
  /** Characters. */
  value: 65_536,
  name: 200,
  word: 100,
  account: 10_000,
} as const;

export interface ReadShared {
  readonly session: SharedSession;
  /** What of it was not taken, a sentence each. */
  readonly faults: readonly string[];
}

/** Any data as a session: what is of no use is left out, and said. */
export function readShared(xml: string, value: unknown): ReadShared {
  const faults: string[] = [];
  const given: Partial<Record<string, unknown>> = isRecord(value) ? value : {};
  if (value !== undefined && !isRecord(value)) faults.push('Its settings could not be read.');
  const text = (name: string, candidate: unknown, most: number) => {
    if (candidate === undefined || candidate === null) return null;
    if (typeof candidate === 'string' && candidate.length <= most && candidate !== '') return candidate;
    if (candidate !== '') faults.push(`Its ${name} could not be used.`);
    return null;
  };
  const session = {
    xml,
    parameters: readParameters(given['parameters'], faults),
    assumptions: readAssumptions(given['assumptions'], faults),
    account: readAccountNumber(given['account'], faults),
    locale: text('locale', given['locale'], bounds.word) ?? '',
    media: {
      example: text('example media', given['example'], bounds.word),
      name: text('file name', given['name'], bounds.name),
      type: text('media type', given['type'], bounds.name),
    },
  };
  return { session, faults };
}

/** As `readShared` reads it; undefined where all is as at the start. */
export function settingsOf({
  parameters,
  assumptions,
  account,
  locale,
  media,
}: SharedSession): object | undefined {
  const settings = {
    ...(Object.keys(assumptions).length > 0 && { assumptions }),
    ...(account !== 1 && { account }),
    ...(locale !== '' && { locale }),
    ...(media.example !== null && { example: media.example }),
    ...(media.name !== null && { name: media.name }),
    ...(media.type !== null && { type: media.type }),
    ...(Object.keys(parameters).length > 0 && { parameters }),
  };
  return Object.keys(settings).length > 0 ? settings : undefined;
}

export function isXmlTooLong(xml: string): boolean {
  return utf8Length(xml) > bounds.xml;
}

function readParameters(value: unknown, faults: string[]): Record<string, string> {
  if (value === undefined) return {};
  const entries = isRecord(value) ? Object.entries(value) : [];
  if (!isRecord(value)) faults.push('Its parameters could not be read.');
  const kept = entries
    .filter((entry): entry is [string, string] => isParameter(...entry))
    .slice(0, bounds.parameters);
  if (kept.length < entries.length)
    faults.push(`${countOf(entries.length - kept.length, 'parameter')} could not be used.`);
  return Object.fromEntries(kept);
}

function isParameter(name: string, value: unknown): boolean {
  return (
    name.length <= bounds.name &&
    isParameterName(name) &&
    name !== '__proto__' &&
    typeof value === 'string' &&
    value.length <= bounds.value
  );
}

/** Of an assumption that is not known here the default counts, and the request may be another. */
function readAssumptions(value: unknown, faults: string[]): Record<string, string> {
  if (value === undefined) return {};
  const entries = isRecord(value) ? Object.entries(value) : [];
  const known = entries.filter((entry): entry is [string, string] => {
    return typeof entry[1] === 'string' && isAssumption(entry[0], entry[1]);
  });
  if (!isRecord(value) || known.length < entries.length)
    faults.push('It has an assumption that this version does not know: its default counts.');
  const defaults: Readonly<Record<string, string>> = defaultAssumptions;
  return Object.fromEntries(known.filter(([id, option]) => defaults[id] !== option));
}

function readAccountNumber(value: unknown, faults: string[]): number {
  if (value === undefined) return 1;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= bounds.account)
    return value;
  faults.push('Its account number could not be used.');
  return 1;
}

export function countOf(count: number, noun: string): string {
  return count === 1 ? `One ${noun}` : `${count} ${noun}s`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
