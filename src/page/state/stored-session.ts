/**
 * A session in the tab's own storage, so that it survives a reload and ends with the tab: it
 * may hold passwords. That storage fails is data; the page says so once.
 */
import { withAssumptions } from '../../core/assumptions.ts';
import { isSampleId } from '../media/samples.ts';
import { type AccountDocument, isUnsaved } from './account-document.ts';
import type { Session } from './session.ts';

const key = 'media-upload-playground.session.v1';

export type SaveResult = { readonly ok: true } | { readonly ok: false; readonly full: boolean };

/** The part of `Storage` that is used; reading the property itself can throw in a browser. */
export type OpenStorage = () => Pick<Storage, 'getItem' | 'setItem'>;

export function saveSession(open: OpenStorage, session: Session): SaveResult {
  try {
    open().setItem(key, JSON.stringify(storable(session)));
    return { ok: true };
  } catch (error) {
    return { ok: false, full: error instanceof DOMException && error.name === 'QuotaExceededError' };
  }
}

/** Of the file, whether the text differs from it: a second copy of the text would cost room and time. */
export function storable(session: Session): object {
  const { document, changeovers: _, ...inputs } = session;
  const { name, encoding, aside } = document;
  const file = { name, encoding: encoding?.message ?? null, unsaved: isUnsaved(session), aside };
  return { ...inputs, file };
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
  const stored: Partial<Record<keyof Session | 'file', unknown>> = value;
  if (typeof stored.xml !== 'string') return null;
  const text = <T>(candidate: unknown, other: T) => (typeof candidate === 'string' ? candidate : other);
  return {
    xml: stored.xml,
    document: readFile(stored.file, stored.xml),
    changeovers: [],
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

function readFile(value: unknown, xml: string): AccountDocument {
  const file: Partial<Record<'name' | 'encoding' | 'unsaved' | 'aside', unknown>> =
    typeof value === 'object' && value !== null ? value : {};
  const message = typeof file.encoding === 'string' ? file.encoding : null;
  const at = xml.indexOf('\uFFFD');
  const range = { start: Math.max(0, at), end: at + 1 };
  return {
    id: 0,
    name: typeof file.name === 'string' ? file.name : null,
    savedXml: file.unsaved === true ? null : xml,
    encoding: message === null ? null : { rule: 'ACC-1', severity: 'error', message, range },
    aside: Array.isArray(file.aside) ? file.aside : [],
  };
}

function readStrings(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  const strings = Object.entries(value).filter((entry): entry is [string, string] => {
    return typeof entry[1] === 'string';
  });
  return Object.fromEntries(strings);
}
