/** Short ways to write a reason, and to quote what the server sent in one. */
import type { AssumptionId } from '../assumptions.ts';
import type { Reason } from './verdict.ts';

const longestQuote = 120;

export function pass(rule: string, text: string): Reason {
  return { rule, text, tone: 'pass' };
}

export function fail(rule: string, text: string, assumption?: AssumptionId): Reason {
  return { rule, text, tone: 'fail', ...(assumption && { assumption }) };
}

export function advice(rule: string, text: string): Reason {
  return { rule, text, tone: 'advice' };
}

/** What a server sent, fit for a sentence: on one line and not endless. */
export function quote(text: string): string {
  const start = text.slice(0, longestQuote + 1).replaceAll(/\s+/g, ' ');
  return text.length > longestQuote ? `${start.slice(0, longestQuote)}…` : start;
}

/** A path can be as long as a body is deep: its middle is left out, its end says most. */
export function quotePath(path: string): string {
  if (path.length <= longestQuote) return path;
  return `${path.slice(0, longestQuote / 2)}…${path.slice(-longestQuote / 2)}`;
}
