/**
 * A session in the tab's own storage, so that it survives a reload and ends with the tab: it
 * may hold passwords. That storage fails is data; the page says so once.
 */
import { withAssumptions } from '../core/assumptions.ts';
import { isSampleId } from './samples.ts';
import type { Session } from './session.ts';

const key = 'media-upload-playground.session.v1';

export type SaveResult = { readonly ok: true } | { readonly ok: false; readonly full: boolean };

/** The part of `Storage` that is used; reading the property itself can throw in a browser. */
export type OpenStorage = () => Pick<Storage, 'getItem' | 'setItem'>;

export function saveSession(open: OpenStorage, session: Session): SaveResult {
  try {
    open().setItem(key, JSON.stringify(session));
    return { ok: true };
  } catch (error) {
    return { ok: false, full: error instanceof DOMException && error.name === 'QuotaExceededError' };
  }
}

/** The session of this tab; null where there is none or it can't be read. */
export function loadSession(open: OpenStorage, fallback: Session): Session | null {
  try {
    const text = open().getItem(key);
    return text === null ? null : readSession(JSON.parse(text), fallback);
  } catch {
    return null;
  }
}

/** Takes what is of the right shape and the fallback for the rest: older versions lose little. */
export function readSession(value: unknown, fallback: Session): Session | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const stored: Partial<Record<keyof Session, unknown>> = value;
  if (typeof stored.xml !== 'string') return null;
  const text = <T>(candidate: unknown, other: T) => (typeof candidate === 'string' ? candidate : other);
  return {
    xml: stored.xml,
    parameters: readStrings(stored.parameters),
    assumptions: withAssumptions(readStrings(stored.assumptions)),
    boundary: text(stored.boundary, fallback.boundary),
    locale: text(stored.locale, fallback.locale),
    account:
      typeof stored.account === 'number' && Number.isSafeInteger(stored.account) && stored.account > 0
        ? stored.account
        : fallback.account,
    fileName: text(stored.fileName, null),
    mediaType: text(stored.mediaType, null),
    sample: typeof stored.sample === 'string' && isSampleId(stored.sample) ? stored.sample : fallback.sample,
    sampleChosen: stored.sampleChosen === true,
    chosenFile: text(stored.chosenFile, null),
    view: stored.view === 'form' ? 'form' : 'xml',
  };
}

function readStrings(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  const strings = Object.entries(value).filter((entry): entry is [string, string] => {
    return typeof entry[1] === 'string';
  });
  return Object.fromEntries(strings);
}
