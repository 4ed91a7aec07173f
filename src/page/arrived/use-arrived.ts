/** Asks the demo server what arrived of an upload to it: once, and again only while it has not noticed yet. */
import { skipToken, useQuery } from '@tanstack/react-query';
import type { DemoReport } from '../../demo/report.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { reportOf, wentToDemo } from './arrived.ts';
import { askUploads } from './asking.ts';

export type ArrivedState =
  /** It went elsewhere, or is not over. */
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  /** It has no report of this upload. */
  | { readonly kind: 'missing' }
  /** A playground that many use shows nobody what it received. */
  | { readonly kind: 'withheld' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'reported'; readonly report: DemoReport };

/** Of an upload that broke off, the demo server may hear later than the page: seconds later where it is busy. */
class NoReportYet extends Error {}
const attempts = { retryDelay: (count: number) => 200 * 2 ** count, most: 4 };

/** `exchange` is null until it is over. */
export function useArrived(exchange: Exchange | null): ArrivedState {
  const isOurs = exchange !== null && wentToDemo(exchange, window.location.origin);
  const { data, error } = useQuery({
    queryKey: ['arrived', exchange?.sent],
    queryFn: !isOurs
      ? skipToken
      : async ({ signal }) => {
          const uploads = await askUploads(signal);
          if (uploads === 'withheld') return uploads;
          const report = reportOf(exchange, uploads);
          if (report === null) throw new NoReportYet();
          return report;
        },
    retry: (count, fault) => fault instanceof NoReportYet && count < attempts.most,
    retryDelay: attempts.retryDelay,
  });
  if (!isOurs) return { kind: 'none' };
  if (data === 'withheld') return { kind: data };
  if (data !== undefined) return { kind: 'reported', report: data };
  if (error === null) return { kind: 'asking' };
  return { kind: error instanceof NoReportYet ? 'missing' : 'unreachable' };
}
