/** The receipt in words: never "equal" before it was compared. */

import type { Comparison, Difference, Extracts } from '../../upload/receipt-comparison.ts';
import type { WrittenHead } from '../../upload/written-head.ts';
import { formatBytes, formatCount, formatPercent } from '../components/format.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { BodyCheck } from './use-body-check.ts';

export type { Difference, Extracts };

/** How the preview that was sent relates to the one on the screen. */
export interface SentPreview {
  /** It was changed since. */
  readonly hasChanged: boolean;
  /** The request had one header more, which answers a login (HDR-6): a preview never shows it. */
  readonly isAnswer: boolean;
}

export interface ReceiptMessage {
  readonly tone: 'good' | 'bad' | 'plain' | 'waiting';
  readonly text: string;
}

/** The line beside the verdict. */
export function sentMessage(
  exchange: Exchange,
  head: WrittenHead | null,
  check: BodyCheck,
  preview: SentPreview,
): ReceiptMessage {
  if (head === null) return { tone: 'plain', text: 'Nothing was written to the server.' };
  const body = comparisonOf(check);
  const shown = nameOf(preview);
  const answered = preview.isAnswer ? ', with the answer to the login' : '';
  if (head.comparison.kind === 'different' || body?.kind === 'different') {
    const isFault = head.comparison.kind === 'different' || !isInFile(check);
    const advice = isFault
      ? 'Please report this.'
      : 'If the file was changed on disk while it was sent, choose it again; if not, please report this.';
    return { tone: 'bad', text: `What was sent differs from ${shown}. ${advice}` };
  }
  if (check.kind === 'changed' && check.wasSent) {
    return {
      tone: 'bad',
      text: `The file changed on disk after you chose it, and its new bytes were sent, not those of ${shown}. Choose it again.`,
    };
  }
  if (body) {
    if (body.bytes === body.of)
      return {
        tone: 'good',
        text: `Sent bytes ${preview.hasChanged ? 'matched' : 'equal'} ${shown}${answered}.`,
      };
    const part =
      body.bytes === 0
        ? 'the head; nothing of the body was sent.'
        : `the head, and the first ${formatBytes(body.bytes)} of the body.`;
    return { tone: 'good', text: `All that was sent equals ${shown}${answered}: ${part}` };
  }
  const { tone, text } = bodyMessage(exchange, check, preview);
  return { tone, text: `The sent head equals ${shown}${answered}. ${text}` };
}

function nameOf({ hasChanged }: SentPreview): string {
  return hasChanged ? 'the preview at that time' : 'the preview';
}

export function headMessage({ bytes, comparison }: WrittenHead, preview: SentPreview): ReceiptMessage {
  const length = formatBytes(bytes.length);
  if (comparison.kind === 'equal') {
    const answer = preview.isAnswer ? ' and the Authorization line that answers the login' : '';
    return { tone: 'good', text: `${length}, equal to ${nameOf(preview)}${answer}.` };
  }
  return { tone: 'bad', text: `${length}, ${differenceText(comparison.difference)}` };
}

export function bodyMessage(
  { receipt, sent }: Exchange,
  check: BodyCheck,
  preview: SentPreview,
): ReceiptMessage {
  const all = sent.plan.bodyLength;
  const bytes = receipt?.bodyBytes ?? 0;
  if (bytes === 0 && all > 0 && check.kind === 'checked')
    return { tone: 'good', text: 'Nothing of it was sent.' };
  const count = bytes === all ? formatBytes(all) : `The first ${formatCount(bytes)} of ${formatBytes(all)}`;
  switch (check.kind) {
    case 'none':
      return { tone: 'plain', text: 'The body was not counted.' };
    case 'checking': {
      const part =
        check.bytes === 0 ? '' : ` ${formatPercent(check.bytes, Math.max(bytes, check.bytes + 1))}`;
      return { tone: 'waiting', text: `${count}, being checked…${part}` };
    }
    case 'changed':
      return check.wasSent
        ? { tone: 'bad', text: `${count}, of the changed file: not those of ${nameOf(preview)}.` }
        : {
            tone: 'plain',
            text: `${count}, not compared: the file changed on disk after you chose it. Choose it again.`,
          };
    case 'unreadable':
      return {
        tone: 'plain',
        text: `${count}, not compared: the file can’t be read any more, it was changed or moved.`,
      };
    case 'unavailable':
      return {
        tone: 'plain',
        text: `${count}, not compared: the part of the page that hashes could not be loaded.`,
      };
    case 'not-hashed':
      return {
        tone: 'plain',
        text: `${count}, not compared: the Node.js that sends has no WebAssembly to hash with.`,
      };
    case 'checked': {
      const { comparison } = check;
      if (comparison.kind === 'different') {
        return { tone: 'bad', text: `${count}, ${differenceText(comparison.difference)}` };
      }
      return { tone: 'good', text: `${count}, equal to ${nameOf(preview)}.` };
    }
  }
}

/** A file that is read from disk may have changed while it was sent, and changed back. */
function isInFile(check: BodyCheck): boolean {
  if (check.kind !== 'checked' || check.comparison.kind === 'equal') return false;
  const { difference } = check.comparison;
  const from = difference.place === 'exact' ? difference.at : difference.from;
  const to = difference.place === 'exact' ? difference.at + 1 : difference.to;
  return check.onDisk.some(({ start, end }) => from < end && start < to);
}

function differenceText(difference: Difference): string {
  if (difference.place === 'exact') return `differs from byte ${formatCount(difference.at)} on.`;
  const { from, to, seen } = difference;
  const first = `the first difference is between byte ${formatCount(from)} and ${formatCount(to - 1)}`;
  return seen ? `${first}; it shows at byte ${formatCount(seen.at)}.` : `${first}.`;
}

/** Both sides around a difference, where the receipt shows them. */
export function extractsOf(comparison: Comparison): Extracts | null {
  if (comparison.kind === 'equal') return null;
  return comparison.difference.place === 'exact' ? comparison.difference : comparison.difference.seen;
}

export function comparisonOf(check: BodyCheck): Comparison | null {
  return check.kind === 'checked' ? check.comparison : null;
}
