/**
 * Which draft is this tab's: named in the tab's own storage, so that a reload goes on with it, and held by
 * a lock of that name while the tab is open, so that no other tab offers it or writes it, a copy of this tab
 * neither. Without locks (http on another machine) all are taken to be free.
 */

const key = 'media-upload-playground.draft';
const lockPrefix = 'media-upload-playground.draft.';
/** A reload gets the lock when the page before has gone. Milliseconds. */
const lockWait = 1000;

let own: string | null = null;
let release = () => {};

/** Null where nothing was kept in this tab yet. */
export async function resumeTabDraft(): Promise<string | null> {
  if (own !== null) return own;
  const stored = read();
  if (stored !== null && !(await adoptDraft(stored, lockWait))) forgetKey();
  return own;
}

/** A new one where there is none. */
export function tabDraft(): string {
  if (own === null) {
    const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36)).join('');
    take(id, () => {});
    void hold(id, 0);
  }
  return own ?? '';
}

/** False where another tab has it. */
export async function adoptDraft(id: string, wait = 0): Promise<boolean> {
  const before = release;
  const freed = await hold(id, wait);
  if (freed === null) return false;
  before();
  take(id, freed);
  return true;
}

/** What comes next is another draft. */
export function leaveTabDraft(): void {
  release();
  own = null;
  release = () => {};
  forgetKey();
}

/** Those of tabs that are open. */
export async function heldDrafts(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.map(({ name = '' }) => name.slice(lockPrefix.length)));
}

/** What gives the lock back; null where it is another's. */
function hold(id: string, wait: number): Promise<(() => void) | null> {
  const { locks }: { readonly locks?: LockManager } = navigator;
  if (locks === undefined) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    const whileHeld = (lock: Lock | null) => {
      if (lock === null) return resolve(null);
      return new Promise<void>((end) => {
        const free = () => end();
        if (own === id) release = free;
        resolve(free);
      });
    };
    const options = wait > 0 ? { signal: AbortSignal.timeout(wait) } : { ifAvailable: true };
    locks.request(lockPrefix + id, options, whileHeld).catch(() => resolve(null));
  });
}

function take(id: string, free: () => void): void {
  own = id;
  release = free;
  try {
    sessionStorage.setItem(key, id);
  } catch {
    // Then a reload begins another draft.
  }
}

function read(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function forgetKey(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nor was it there.
  }
}
