/** A session as a draft: what is kept of it, whether there is anything to keep, and reading it again. Pure. */

import { readAccount } from '../../core/account/read-account.ts';
import { urlKey } from '../../core/account/service-keys.ts';
import { tryParseUrl } from '../../core/try-parse-url.ts';
import { withoutSecrets } from '../state/secrets/without-secrets.ts';
import type { Session } from '../state/session.ts';
import { readSession, storable } from '../state/stored-session.ts';

/** Of the shape below. A page that knows a smaller number leaves such a draft alone. */
const version = 1;

export interface DraftContent {
  readonly version: number;
  /** As in the tab's own storage. */
  readonly session: object;
  /** Of the file, if it has one. */
  readonly name: string | null;
  /** Host of the URL; empty where there is none. */
  readonly provider: string;
  /** There were passwords, and they are not in it. */
  readonly lacksSecrets: boolean;
}

export interface Draft extends Omit<DraftContent, 'session'> {
  readonly session: Session;
  /** The file that is to be chosen again. */
  readonly lostFile: string | null;
}

/** The file itself is never kept. */
export function draftOf(session: Session, keepSecrets: boolean): DraftContent {
  const kept = keepSecrets ? session : withoutSecrets(session);
  const { xml, account, locale, document } = session;
  const url = readAccount(xml, { account, locale: locale || undefined }).account?.value(urlKey)?.text ?? '';
  return {
    version,
    session: storable(kept),
    name: document.name,
    provider: tryParseUrl(url)?.host ?? '',
    lacksSecrets: kept !== session,
  };
}

/** Null: of another version, or not what a draft is. */
export function readDraft(content: unknown, fallback: Session): Draft | null {
  if (typeof content !== 'object' || content === null) return null;
  const stored: Partial<Record<keyof DraftContent, unknown>> = content;
  if (typeof stored.version !== 'number' || stored.version > version) return null;
  const session = readSession(stored.session, fallback);
  if (session === null) return null;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    version: stored.version,
    session:
      session.chosenFile === null
        ? session
        : { ...session, chosenFile: null, fileName: null, mediaType: null },
    name: text(stored.name) || null,
    provider: text(stored.provider),
    lacksSecrets: stored.lacksSecrets === true,
    lostFile: session.chosenFile,
  };
}

/** Whether a person has put in anything that a first visit does not begin with. */
export function isWorthKeeping(session: Session, first: Session): boolean {
  return whatWasPutIn(session) !== whatWasPutIn(first);
}

function whatWasPutIn({
  xml,
  parameters,
  assumptions,
  locale,
  account,
  fileName,
  mediaType,
  sample,
}: Session) {
  const values = [parameters, assumptions].map((record) => Object.entries(record).toSorted());
  return JSON.stringify([xml, values, locale, account, fileName, mediaType, sample]);
}
