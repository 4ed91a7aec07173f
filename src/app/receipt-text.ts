/** What the receipt tells, in words: never "equal" before it was compared. */
import type { Comparison, Difference, Extracts } from '../wire/receipt-comparison.ts';
import type { Exchange } from './exchange.ts';
import { formatBytes, formatCount, formatPercent } from './format.ts';
import type { BodyCheck } from './use-body-check.ts';
import type { WrittenHead } from './written-head.ts';

export type { Difference, Extracts };

export interface Told {
  readonly tone: 'good' | 'bad' | 'plain';
  readonly text: string;
}

/** The line beside the verdict. */
export function tellSent(exchange: Exchange, head: WrittenHead | null, check: BodyCheck): Told {
  if (head === null) return { tone: 'plain', text: 'Nothing was written to the server.' };
  const body = comparisonOf(check);
  if (head.comparison.kind === 'different' || body?.kind === 'different') {
    return { tone: 'bad', text: 'What was sent differs from the preview. Please report this.' };
  }
  if (body) {
    if (body.bytes === body.of) return { tone: 'good', text: 'Sent bytes equal the preview.' };
    const part =
      body.bytes === 0
        ? 'the head; no byte of the body left.'
        : `the head, and the first ${formatBytes(body.bytes)} of the body.`;
    return { tone: 'good', text: `All that was sent equals the preview: ${part}` };
  }
  return { tone: 'plain', text: `The sent head equals the preview. ${tellBody(exchange, check).text}` };
}

export function tellHead({ bytes, comparison }: WrittenHead): Told {
  const length = formatBytes(bytes.length);
  if (comparison.kind === 'equal') return { tone: 'good', text: `${length}, equal to the preview.` };
  return { tone: 'bad', text: `${length}, ${tellDifference(comparison.difference)}` };
}

export function tellBody({ receipt, sent }: Exchange, check: BodyCheck): Told {
  const all = sent.plan.bodyLength;
  const bytes = receipt?.bodyBytes ?? 0;
  if (bytes === 0 && all > 0 && check.kind === 'checked')
    return { tone: 'good', text: 'No byte of it left.' };
  const count = bytes === all ? formatBytes(all) : `The first ${formatCount(bytes)} of ${formatBytes(all)}`;
  switch (check.kind) {
    case 'none':
      return { tone: 'plain', text: 'The body was not counted.' };
    case 'checking': {
      const part =
        check.bytes === 0 ? '' : ` ${formatPercent(check.bytes, Math.max(bytes, check.bytes + 1))}`;
      return { tone: 'plain', text: `${count}, being checked…${part}` };
    }
    case 'unreadable':
      return {
        tone: 'plain',
        text: `${count}, not compared: the file can’t be read any more, it was changed or moved.`,
      };
    case 'unavailable':
      return {
        tone: 'plain',
        text: `${count}, not compared: the part of the page that hashes could not be loaded. Its SHA-256 stands below.`,
      };
    case 'checked': {
      const { comparison } = check;
      if (comparison.kind === 'different') {
        return { tone: 'bad', text: `${count}, ${tellDifference(comparison.difference)}` };
      }
      return { tone: 'good', text: `${count}, equal to the preview.` };
    }
  }
}

function tellDifference(difference: Difference): string {
  if (difference.place === 'exact') return `differs from byte ${formatCount(difference.at)} on.`;
  const { from, to, seen } = difference;
  const first = `the first difference is between byte ${formatCount(from)} and ${formatCount(to - 1)}`;
  return seen ? `${first}; the one at byte ${formatCount(seen.at)} is seen.` : `${first}.`;
}

/** Both sides around a difference, where the receipt shows them. */
export function extractsOf(comparison: Comparison): Extracts | null {
  if (comparison.kind === 'equal') return null;
  return comparison.difference.place === 'exact' ? comparison.difference : comparison.difference.seen;
}

export function comparisonOf(check: BodyCheck): Comparison | null {
  return check.kind === 'checked' ? check.comparison : null;
}
