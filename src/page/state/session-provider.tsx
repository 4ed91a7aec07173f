/** The session of this tab: a reducer over the person's inputs, kept in the tab's own storage. */
import { type Dispatch, type ReactNode, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { boundaryFrom, boundaryRandomBytes } from '../../core/request/boundary.ts';
import { keepLatestText } from './latest-text.ts';
import { requiredContext } from './required-context.ts';
import {
  changeSession,
  type ExampleContent,
  newSession,
  type Session,
  type SessionAction,
} from './session.ts';
import { loadSession, type SaveResult, saveSession } from './stored-session.ts';

/** Typing is saved when it pauses, and when the page goes away. Milliseconds. */
const savePause = 300;
const openStorage = () => window.sessionStorage;

export function randomBoundary(): string {
  return boundaryFrom(crypto.getRandomValues(new Uint8Array(boundaryRandomBytes)));
}

interface SessionState {
  readonly session: Session;
  readonly change: Dispatch<SessionAction>;
  /** Whether the last attempt to save went well. */
  readonly saved: SaveResult;
  /** Name of a file that was chosen before a reload and has to be chosen again. */
  readonly lostFile: string | null;
}

interface Start {
  readonly session: Session;
  readonly lostFile: string | null;
}

function start(first: ExampleContent): Start {
  // The one that index.html shows already, so that the first paint shows what is sent (MP-9).
  const shown = document.getElementById('root')?.dataset['boundary'];
  const fresh = newSession(first, shown || randomBoundary());
  const stored = loadSession(openStorage, fresh);
  if (stored === null) return { session: fresh, lostFile: null };
  if (stored.chosenFile === null) return { session: stored, lostFile: null };
  // A name or type set by hand was meant for the file that is not there any more.
  const session = { ...stored, chosenFile: null, fileName: null, mediaType: null };
  return { session, lostFile: stored.chosenFile };
}

const [Provider, useSession] = requiredContext<SessionState>('Session');

export { useSession };

interface SessionProviderProps {
  /** What a first visit begins with. */
  readonly first: ExampleContent;
  readonly children: ReactNode;
}

export function SessionProvider({ first, children }: SessionProviderProps) {
  const [{ session: initial, lostFile }] = useState(() => start(first));
  const [session, change] = useReducer(changeSession, initial);
  const [saved, setSaved] = useState<SaveResult>({ ok: true });
  const latest = useRef(session);

  useEffect(() => {
    latest.current = session;
    keepLatestText(session.xml);
    const timer = setTimeout(() => setSaved(saveSession(openStorage, session)), savePause);
    return () => clearTimeout(timer);
  }, [session]);

  useEffect(() => {
    const save = () => void saveSession(openStorage, latest.current);
    window.addEventListener('pagehide', save);
    return () => window.removeEventListener('pagehide', save);
  }, []);

  const state = useMemo(() => ({ session, change, saved, lostFile }), [session, saved, lostFile]);
  return <Provider value={state}>{children}</Provider>;
}
