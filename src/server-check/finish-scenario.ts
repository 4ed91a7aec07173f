/** The result of a scenario, of what was sent for it. */
import type { CheckContext } from './check-context.ts';
import type { Judged, ScenarioDefinition, SeenUpload } from './definition.ts';
import { maskedReasons } from './record/recorded-reply.ts';
import type { Arrival, Reason, ScenarioResult } from './report.ts';
import type { Answer, SentUpload } from './send-scenario-upload.ts';

export interface RanScenario {
  readonly result: ScenarioResult;
  /** Why nothing more can be asked; null where the check goes on. */
  readonly ends: Extract<Answer, { kind: 'unreached' | 'put-off' | 'stopped' }> | null;
}

/** As it stands before it runs, or where it does not. */
export function resultWithout(
  { name, group, title, rule }: ScenarioDefinition,
  outcome: 'not-run' | 'skipped',
  reasons: readonly Reason[],
): ScenarioResult {
  return {
    name,
    group,
    title,
    rule,
    outcome,
    reasons,
    variants: [],
    arrival: 'unknown',
    exchanges: [],
    milliseconds: 0,
  };
}

/** Of what this configuration can't ask, or what there is nothing to ask of. */
export function skipped<Local>(
  scenario: ScenarioDefinition,
  text: string,
  context: CheckContext<Local>,
): RanScenario {
  const result = resultWithout(scenario, 'skipped', [{ rule: scenario.rule, text }]);
  return { result: masked(result, context), ends: null };
}

interface Done {
  readonly sent: readonly SentUpload[];
  readonly variants: readonly string[];
  readonly startedAt: number;
}

export function finished<Local>(
  scenario: ScenarioDefinition,
  { sent, variants, startedAt }: Done,
  context: CheckContext<Local>,
  judge: (seen: readonly SeenUpload[]) => Judged,
): RanScenario {
  const seen = sent.flatMap(({ answer }) => (answer.kind === 'answered' ? [answer.seen] : []));
  // What is said about a request that the app never sends says nothing about the app's user.
  if (!isProbe(scenario)) context.seen.push(...seen);
  const notes = sent.flatMap((one) => one.notes);
  const { outcome, reasons, ends } = outcomeOf(scenario, sent, () => judge(seen));
  const result: ScenarioResult = {
    ...resultWithout(scenario, 'not-run', [...reasons, ...notes]),
    outcome,
    variants,
    arrival: arrivalOf(seen),
    exchanges: sent.flatMap((one) => one.exchanges),
    milliseconds: context.io.now() - startedAt,
  };
  return { result: masked(result, context), ends };
}

function outcomeOf(
  scenario: ScenarioDefinition,
  sent: readonly SentUpload[],
  judge: () => Judged,
): Pick<ScenarioResult, 'outcome' | 'reasons'> & Pick<RanScenario, 'ends'> {
  const { rule } = scenario;
  const worst = (['stopped', 'unreached', 'put-off', 'failed'] as const)
    .map((kind) => sent.find(({ answer }) => answer.kind === kind)?.answer)
    .find((answer) => answer !== undefined);
  switch (worst?.kind) {
    case undefined:
    case 'answered':
      return { ...judge(), ends: null };
    case 'stopped':
      return { outcome: 'not-run', reasons: [], ends: worst };
    case 'unreached':
    case 'put-off':
      return { outcome: 'not-run', reasons: [{ rule, text: worst.text }], ends: worst };
    case 'failed': {
      if (isProbe(scenario)) {
        const text = `No reply: ${worst.title}.`;
        return { outcome: 'observed', reasons: [{ rule, text }], ends: null };
      }
      const detail = worst.detail === '' ? '' : ` (${worst.detail.replace(/\.$/, '')})`;
      const text = `${worst.title}${detail}. The app gets no reply to read.`;
      return { outcome: 'failed', reasons: [{ rule: 'RES-1', text }], ends: null };
    }
  }
}

function isProbe(scenario: ScenarioDefinition): boolean {
  return scenario.kind === 'upload' && scenario.expects.kind === 'either';
}

function arrivalOf(seen: readonly SeenUpload[]): Arrival {
  const arrivals = seen.map(({ fetched }) => fetched?.arrival ?? 'unknown');
  if (arrivals.includes('different')) return 'different';
  return arrivals.length > 0 && arrivals.every((one) => one === 'same') ? 'same' : 'unknown';
}

function masked<Local>(result: ScenarioResult, { mask }: CheckContext<Local>): ScenarioResult {
  return { ...result, reasons: maskedReasons(result.reasons, mask) };
}
