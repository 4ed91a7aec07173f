/** The last uploads to the demo server, live while somebody looks at them. */
import { useQuery } from '@tanstack/react-query';
import type { DemoReport } from '../../demo/report.ts';
import { askUploads } from './asking.ts';

export type UploadsList =
  | { readonly kind: 'asking' | 'withheld' | 'unreachable' }
  | { readonly kind: 'listed'; readonly uploads: readonly DemoReport[] };

/** Milliseconds. */
const every = 1500;

export function useUploadsList(): UploadsList {
  const { data, isError } = useQuery({
    queryKey: ['demo uploads'],
    queryFn: async ({ signal }) => {
      const uploads = await askUploads(signal);
      return uploads === 'withheld' ? uploads : uploads.reports;
    },
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data === 'withheld' ? false : every),
  });
  // What was listed may be out of date: a server that is gone is said.
  if (isError) return { kind: 'unreachable' };
  if (data === undefined) return { kind: 'asking' };
  return data === 'withheld' ? { kind: data } : { kind: 'listed', uploads: data };
}
