/** Asks the demo server what arrived of an upload to it: once, and again only while it has not noticed yet. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { type DemoReport, demoReportPath, isDemoReport } from '../../demo/report.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { isReportOf, wentToDemo } from './arrived.ts';

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

/** Of an upload that broke off, the demo server may hear later than the page. */
class NoReportYet extends Error {}
const attempts = { retryDelay: 200, most: 5 };

/** `exchange` is null until it is over. */
export function useArrived(exchange: Exchange | null): ArrivedState {
  const isOurs = exchange !== null && wentToDemo(exchange, window.location.origin);
  // Two uploads may be the same to the letter: a report that was shown is not of the next one.
  const last = useRef<string | null>(null);
  const { data, error } = useQuery({
    queryKey: ['arrived', exchange?.sent],
    queryFn: !isOurs
      ? skipToken
      : async ({ signal }) => {
          const report = await askReport(signal);
          if (report === 'withheld') return report;
          if (
            report === null ||
            report.receivedAt === last.current ||
            !isReportOf(exchange.sent.plan, report)
          )
            throw new NoReportYet();
          last.current = report.receivedAt;
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

async function askReport(signal: AbortSignal): Promise<DemoReport | 'withheld' | null> {
  const response = await fetch(demoReportPath, { signal, cache: 'no-store' });
  if (response.status === 403) return 'withheld';
  if (!response.ok) throw new Error(`${demoReportPath}: ${response.status}`);
  const answer: unknown = await response.json();
  if (answer === null || isDemoReport(answer)) return answer;
  throw new Error(`${demoReportPath} gave no report.`);
}
