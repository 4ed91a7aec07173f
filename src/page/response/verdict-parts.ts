/** What shows a verdict and all below it: loaded when the page is at rest, or with the first upload. */
import { skipToken, useQuery } from '@tanstack/react-query';
import type { VerdictParts } from './verdict/parts.ts';

let loaded: VerdictParts | null = null;

/** In time: its server may be gone when it is needed. */
export async function loadVerdictParts(): Promise<VerdictParts> {
  loaded = (await import('./verdict/parts.ts')).verdictParts;
  return loaded;
}

/** Null while it is being loaded, and before the first upload. Each one asks again where the last could not. */
export function useVerdictParts(startedAt: number | null): VerdictParts | 'unavailable' | null {
  const { data, isError } = useQuery({
    queryKey: ['verdict-parts', startedAt],
    queryFn: startedAt === null ? skipToken : loadVerdictParts,
    initialData: () => (startedAt === null ? undefined : (loaded ?? undefined)),
  });
  return isError ? 'unavailable' : (data ?? null);
}
