/** The certificates accepted in this tab, kept over a reload. */
import { useCallback, useEffect, useState } from 'react';
import { loadAccepted, saveAccepted, withAccepted } from './accepted-certificates.ts';
import type { OpenStorage } from './stored-session.ts';

const storage: OpenStorage = () => window.sessionStorage;

export interface LiveCertificates {
  /** The fingerprint accepted for a server (`host:port`); undefined where none is. */
  readonly acceptedFor: (server: string | null) => string | undefined;
  readonly accept: (server: string, fingerprint: string) => void;
  readonly revoke: (server: string) => void;
}

export function useAcceptedCertificates(): LiveCertificates {
  const [accepted, setAccepted] = useState(() => loadAccepted(storage));
  useEffect(() => saveAccepted(storage, accepted), [accepted]);
  const acceptedFor = (server: string | null) =>
    server !== null && Object.hasOwn(accepted, server) ? accepted[server] : undefined;
  const accept = useCallback((server: string, fingerprint: string) => {
    setAccepted((before) => withAccepted(before, server, fingerprint));
  }, []);
  const revoke = useCallback((server: string) => {
    setAccepted((before) => withAccepted(before, server, null));
  }, []);
  return { acceptedFor, accept, revoke };
}
