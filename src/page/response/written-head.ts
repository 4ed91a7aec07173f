/** How the head that was written to the socket is shown. */

import type { RequestPlan } from '../../core/request/plan.ts';
import type { Piece } from '../../core/source/provenance.ts';
import { hiddenTexts, isHiddenOnScreen } from '../../core/source/secret-masking.ts';
import type { WrittenHead } from '../../upload/written-head.ts';

export interface HeadRun {
  readonly text: string;
  /** Holds a password: masked on screen, sent as it is. */
  readonly hidden: boolean;
}

/** The head as text in runs; joined they are what was written. A character that is no UTF-8 is U+FFFD. */
export function headRuns({ bytes, comparison }: WrittenHead, plan: RequestPlan): readonly HeadRun[] {
  return comparison.kind === 'equal' ? plannedRuns(plan) : searchedRuns(bytes, secretTexts(plan));
}

function plannedRuns({ method, targetPieces, headers }: RequestPlan): readonly HeadRun[] {
  const open = (text: string): HeadRun => ({ text, hidden: false });
  const runOf = ({ text, origin }: Piece): HeadRun => ({ text, hidden: isHiddenOnScreen(origin) });
  const lines = headers.flatMap(({ name, pieces }) => [
    open(`${name}: `),
    ...pieces.map(runOf),
    open('\r\n'),
  ]);
  return joined([
    open(`${method} `),
    ...targetPieces.map(runOf),
    open(' HTTP/1.1\r\n'),
    ...lines,
    open('\r\n'),
  ]);
}

function joined(runs: readonly HeadRun[]): readonly HeadRun[] {
  const result: HeadRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.text === '') continue;
    if (last && last.hidden === run.hidden)
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

/** Of a head that is not the planned one nothing says where its secrets stand: they are looked for. */
function searchedRuns(bytes: Uint8Array, secrets: readonly string[]): readonly HeadRun[] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (secrets.length === 0) return [{ text, hidden: false }];
  const literal = secrets.map((secret) => secret.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  // Split by a group, the texts found stand at the odd places.
  const parts = text.split(new RegExp(`(${literal.join('|')})`));
  return joined(parts.map((part, index) => ({ text: part, hidden: index % 2 === 1 })));
}

/** Whether the head or the body holds something that is masked on screen. */
export function holdsSecrets(plan: RequestPlan, where: 'head' | 'body'): boolean {
  if (where === 'head') return secretTexts(plan).length > 0;
  return plan.body.some((segment) => segment.kind === 'bytes' && isHiddenOnScreen(segment.origin));
}

function secretTexts({ targetPieces, headers }: RequestPlan): readonly string[] {
  return hiddenTexts([targetPieces, ...headers.map(({ pieces }) => pieces)].flat());
}
