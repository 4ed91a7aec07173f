/**
 * The page's database in this browser: what outlives a tab. Opened when it is first needed, and anew after it
 * was closed. That it fails is data: the page goes on without it.
 *
 * A new store is a new version: add its step to `upgrade`, and leave the steps before it alone.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

export interface StoredDraft {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** As it was written, by this version of the page or another. */
  readonly content: unknown;
}

/** An upload as a list shows it: short. What is long stands apart, so that a list costs nothing of it. */
export interface StoredUpload {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What both records take, about. */
  readonly bytes: number;
  readonly name: string;
  readonly isPinned: boolean;
  /** As it was written, by this version of the page or another. */
  readonly summary: unknown;
}

export interface StoredUploadDetails {
  readonly id: string;
  /** As it was written, by this version of the page or another. */
  readonly details: unknown;
}

/** A check of a server as a list shows it; what is long stands apart here, too. */
export interface StoredCheck {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What both records take, about. */
  readonly bytes: number;
  /** As it was written, by this version of the page or another. */
  readonly summary: unknown;
}

export interface StoredCheckReport {
  readonly id: string;
  /** As it was written, by this version of the page or another. */
  readonly report: unknown;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: StoredDraft; indexes: { savedAt: number } };
  uploads: { key: string; value: StoredUpload; indexes: { at: number } };
  uploadDetails: { key: string; value: StoredUploadDetails };
  checks: { key: string; value: StoredCheck; indexes: { at: number } };
  checkReports: { key: string; value: StoredCheckReport };
}

type Database = IDBPDatabase<Schema>;

const name = 'media-upload-playground';
const version = 3;

function upgrade(database: Database, oldVersion: number): void {
  if (oldVersion < 1)
    database.createObjectStore('drafts', { keyPath: 'id' }).createIndex('savedAt', 'savedAt');
  if (oldVersion < 2) {
    database.createObjectStore('uploads', { keyPath: 'id' }).createIndex('at', 'at');
    database.createObjectStore('uploadDetails', { keyPath: 'id' });
  }
  if (oldVersion < 3) {
    database.createObjectStore('checks', { keyPath: 'id' }).createIndex('at', 'at');
    database.createObjectStore('checkReports', { keyPath: 'id' });
  }
}

export type StorageFault =
  | 'full'
  /** A tab with an older version of the page has the database open. */
  | 'blocked'
  /** A newer version of the page has been here. */
  | 'newer'
  /** There is none, or it can't be used: a private window, perhaps. */
  | 'unavailable';

export type Stored<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: StorageFault };

interface Opening {
  readonly database: Promise<Database>;
  /** Rejects while another tab is in the way; the database may still open later. */
  readonly blocked: Promise<never>;
}

let opening: Opening | null = null;

/** Does the work; once more where the connection was lost since, as when the browser's data are cleared. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<Stored<T>> {
  try {
    try {
      return { ok: true, value: await work(await connect()) };
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      opening = null;
      return { ok: true, value: await work(await connect()) };
    }
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

function connect(): Promise<Database> {
  opening ??= open();
  // Once it is open, it no longer matters what was in the way.
  return Promise.race([opening.database, opening.blocked]);
}

function open(): Opening {
  let sayBlocked = () => {};
  const blocked = new Promise<never>((_, reject) => {
    sayBlocked = () => reject(new Blocked());
  });
  blocked.catch(() => {});
  const forget = () => {
    opening = null;
  };
  const database = openDB<Schema>(name, version, {
    upgrade,
    blocked: sayBlocked,
    blocking: (_, __, event) => {
      // A newer version of the page waits for this one.
      if (event.target instanceof IDBDatabase) event.target.close();
      forget();
    },
    terminated: forget,
  });
  database.catch(forget);
  return { database, blocked };
}

class Blocked extends Error {}

function faultOf(error: unknown): StorageFault {
  if (error instanceof Blocked) return 'blocked';
  const kind = error instanceof DOMException ? error.name : '';
  if (kind === 'QuotaExceededError') return 'full';
  return kind === 'VersionError' ? 'newer' : 'unavailable';
}
