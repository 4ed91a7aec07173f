/** The request on the screen, to hold a kept one against. */
import { useMemo } from 'react';
import { knownSecrets } from '../../core/secrets/known-secrets.ts';
import { useRequest } from '../state/request-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { storable } from '../state/stored-session.ts';
import type { PresentRequest } from './compared-pair.ts';
import { entryVersion } from './entry.ts';
import { requestRecord } from './request-record.ts';

/** Null where it is not wanted, and where there is none. */
export function usePresent(isWanted: boolean): PresentRequest | null {
  const { built } = useRequest();
  const { session } = useSession();
  return useMemo(() => {
    const { request: plan } = built;
    if (!isWanted || plan === null) return null;
    return {
      version: entryVersion,
      request: requestRecord(plan, null),
      session: storable(session),
      secrets: knownSecrets(built, plan),
      blanks: [],
    };
  }, [isWanted, built, session]);
}
