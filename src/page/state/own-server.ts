/**
 * The person's own URL and login while the Account XML leads to the demo server: to be given back. It is
 * kept with the document (`aside`), so that it survives a reload and goes with another document.
 */
import { isSampleId, type SampleId } from '../media/samples.ts';

export interface OwnServer {
  /** Of which account (ACC-1) and in which locale (ACC-3) it was. */
  readonly account: number;
  readonly locale: string;
  /** Its keys with their values; null: there was no such key. */
  readonly keys: readonly OwnKey[];
  /** The URL that was written in its place. */
  readonly url: string;
  /** What gives it back to the letter: `was` stood in the place of `is`. */
  readonly was: string;
  readonly is: string;
  /** That place, from the start of the document and to its end: one holds while only the other side changes. */
  readonly start: number;
  readonly fromEnd: number;
  /** The sample that was in use before a larger one was brought; null where none was. */
  readonly ownSample: { readonly sample: SampleId; readonly isChosen: boolean } | null;
}

export type OwnKey = readonly [key: string, value: string | null];

/** The one of this account and locale; null where none was put aside, or by a version that did it otherwise. */
export function ownServerIn(aside: readonly unknown[], account: number, locale: string): OwnServer | null {
  return aside.flatMap(readOwnServer).find((own) => own.account === account && own.locale === locale) ?? null;
}

/** `aside` with this one in the place of the one before. */
export function putAside(aside: readonly unknown[], own: OwnServer): readonly OwnServer[] {
  const { account, locale } = own;
  const others = aside
    .flatMap(readOwnServer)
    .filter((one) => one.account !== account || one.locale !== locale);
  return [...others, own].slice(-most);
}

/** A document with more accounts than a person tries in turn. */
const most = 20;

export function readOwnServer(value: unknown): OwnServer[] {
  if (typeof value !== 'object' || value === null) return [];
  const stored: Partial<Record<keyof OwnServer, unknown>> = value;
  const { account, locale, keys, url, was, is, start, fromEnd, ownSample } = stored;
  if (!isCount(account) || !isCount(start) || !isCount(fromEnd)) return [];
  if (!isText(locale) || !isText(url) || !isText(was) || !isText(is)) return [];
  if (!Array.isArray(keys) || !keys.every(isOwnKey)) return [];
  return [{ account, locale, keys, url, was, is, start, fromEnd, ownSample: readSample(ownSample) }];
}

function isOwnKey(pair: unknown): pair is OwnKey {
  return Array.isArray(pair) && pair.length === 2 && isText(pair[0]) && (pair[1] === null || isText(pair[1]));
}

function readSample(value: unknown): OwnServer['ownSample'] {
  if (typeof value !== 'object' || value === null) return null;
  const { sample, isChosen }: { sample?: unknown; isChosen?: unknown } = value;
  return isText(sample) && isSampleId(sample) ? { sample, isChosen: isChosen === true } : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
