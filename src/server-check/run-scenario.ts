/** One scenario: what it sends is prepared, sent and judged. */
import { rowsFor } from '../language/table-rows.ts';
import type { CheckContext } from './check-context.ts';
import type { ScenarioDefinition, UploadScenario } from './definition.ts';
import { finished, type RanScenario, skipped } from './finish-scenario.ts';
import { judgeUploads } from './judge-uploads.ts';
import { type Prepared, prepare } from './prepare-scenario.ts';
import { runReply } from './run-reply.ts';
import { type SentUpload, sendScenarioUpload } from './send-scenario-upload.ts';

export async function runScenario<Local>(
  scenario: ScenarioDefinition,
  context: CheckContext<Local>,
): Promise<RanScenario> {
  return scenario.kind === 'upload' ? runUploads(scenario, context) : runReply(scenario, context);
}

/** About the second of two uploads, for its exchange. */
const names = {
  twice: ['the first upload', 'the second upload'],
  together: ['one upload', 'the other upload'],
};

async function runUploads<Local>(
  scenario: UploadScenario,
  context: CheckContext<Local>,
): Promise<RanScenario> {
  const { io, session } = context;
  const startedAt = io.now();
  const prepared = prepare(scenario, session);
  const { name, sending = 'once' } = scenario;
  const before = [...context.seen];
  if (typeof prepared === 'string') return skipped(scenario, prepared, context);
  const ask = (one: Prepared, number: number) => {
    const about = sending === 'twice' || sending === 'together' ? (names[sending][number] ?? '') : '';
    const bytesPerSecond = sending === 'slowly' ? slowly(one) : null;
    return sendScenarioUpload(
      { scenario: name, about, prepared: one, bytesPerSecond, edit: scenario.edit },
      context,
    );
  };
  const sent = sending === 'together' ? await Promise.all(prepared.map(ask)) : await oneByOne(prepared, ask);
  const variants = prepared[0] === undefined ? [] : rowsFor(prepared[0].built);
  return finished(scenario, { sent, variants, startedAt }, context, (seen) =>
    judgeUploads(scenario, seen, before),
  );
}

/** Seconds that a slow upload takes. */
const slowSeconds = 8;

function slowly({ inputs }: Prepared): number {
  return Math.ceil(inputs.media.size / slowSeconds);
}

async function oneByOne(
  prepared: readonly Prepared[],
  ask: (one: Prepared, number: number) => Promise<SentUpload>,
): Promise<readonly SentUpload[]> {
  const sent: SentUpload[] = [];
  for (const [number, one] of prepared.entries()) {
    const upload = await ask(one, number);
    sent.push(upload);
    if (upload.answer.kind !== 'answered') break;
  }
  return sent;
}
