/** A transport failure as the page says it, and what would have been one had nobody accepted it. */

import { useQuery } from '@tanstack/react-query';
import type { Failure } from '../../upload/exchange.ts';
import type { CertificateProblem } from '../../upload/protocol.ts';
import type { Exchange } from '../exchange/exchange.ts';

/** The module with the table of failures. */
export type FailureWords = typeof import('../../upload/failures.ts');

let loaded: FailureWords | null = null;

/** Loaded with the first upload, or when the page is at rest: its server may be gone when it is needed. */
export async function loadFailures(): Promise<FailureWords> {
  loaded = await import('../../upload/failures.ts');
  return loaded;
}

/** Null while it is being loaded. */
export function useFailures(): FailureWords | 'unavailable' | null {
  const { data, isError } = useQuery({
    queryKey: ['failures'],
    queryFn: loadFailures,
    initialData: loaded ?? undefined,
  });
  return isError ? 'unavailable' : (data ?? null);
}

/** The code, and what the system said, for whoever reports it. */
export function detailOfFailure({ code, detail }: Failure): string {
  return detail === '' ? code : `${code}: ${detail}`;
}

/** What is wrong with a certificate that was accepted all the same; null where it verifies. */
export function acceptedProblem({ tls }: Exchange): CertificateProblem | null {
  return tls?.accepted && tls.problem ? tls.problem.code : null;
}
