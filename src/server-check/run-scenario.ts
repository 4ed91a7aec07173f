/** One scenario: what it sends is prepared, sent and judged. */
import { type BuiltRequest, buildRequest } from '../core/build-request.ts';
import { rowsFor } from '../language/table-rows.ts';
import type { CheckContext } from './check-context.ts';
import type {
  Judged,
  ReplyScenario,
  ScenarioDefinition,
  SeenUpload,
  Session,
  UploadScenario,
} from './definition.ts';
import { judgeUploads } from './judge-uploads.ts';
import { maskedReasons } from './record/recorded-reply.ts';
import type { Arrival, Reason, ScenarioResult } from './report.ts';
import type { MadeMedia, ScenarioInputs } from './scenario.ts';
import { plainUpload, withoutFile } from './scenarios/changes.ts';
import { type Answer, type SentUpload, sendScenarioUpload } from './send-scenario-upload.ts';

export interface RanScenario {
  readonly result: ScenarioResult;
  /** Why nothing more can be asked; null where the check goes on. */
  readonly ends: Extract<Answer, { kind: 'unreached' | 'put-off' | 'stopped' }> | null;
}

/** With the request that it makes. */
type Prepared = Extract<ScenarioInputs, { readonly media: MadeMedia | null }> & {
  readonly built: BuiltRequest;
};

export async function runScenario<Local>(
  scenario: ScenarioDefinition,
  context: CheckContext<Local>,
): Promise<RanScenario> {
  return scenario.kind === 'upload' ? runUploads(scenario, context) : runReply(scenario, context);
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

/** What a scenario would send; a text where this configuration can't ask it. */
export function prepare(scenario: UploadScenario, session: Session): readonly Prepared[] | string {
  const unbuilt = whyNoRequest(session.built);
  if (unbuilt !== null) return unbuilt;
  const twice = scenario.sending === 'twice' || scenario.sending === 'together';
  const prepared: Prepared[] = [];
  for (const number of twice ? [0, 1] : [0]) {
    const inputs = scenario.prepare(session, number);
    if (inputs.inputs === null) return inputs.why;
    const built = buildRequest(inputs.inputs);
    const fault = whyNoRequest(built);
    if (fault !== null) return fault;
    prepared.push({ ...inputs, built });
  }
  return prepared;
}

function whyNoRequest({ request, diagnostics }: BuiltRequest): string | null {
  if (request !== null) return null;
  const error = diagnostics.find(({ severity }) => severity === 'error');
  return `No request can be built. ${error?.message ?? ''}`.trim();
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
  const { name, rule, sending = 'once' } = scenario;
  const before = [...context.seen];
  if (typeof prepared === 'string')
    return {
      result: masked(resultWithout(scenario, 'skipped', [{ rule, text: prepared }]), context),
      ends: null,
    };
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

/** Looks at what there is, else makes an upload to look at. */
async function runReply<Local>(scenario: ReplyScenario, context: CheckContext<Local>): Promise<RanScenario> {
  const { io, session } = context;
  const startedAt = io.now();
  const done = (judge: (seen: readonly SeenUpload[]) => Judged, sent: readonly SentUpload[] = []) =>
    finished(scenario, { sent, variants: [], startedAt }, context, judge);
  const skip = (text: string): RanScenario => {
    const result = resultWithout(scenario, 'skipped', [{ rule: scenario.rule, text }]);
    return { result: masked(result, context), ends: null };
  };
  const known = context.seen.filter((one) => isAbout(scenario, one));
  if (known.length > 0) return done(() => scenario.judge(known, session));
  const nothing = whyNothing(scenario, context);
  if (nothing !== null) return skip(nothing);
  const inputs = scenario.about === 'refusal' ? withoutFile(session) : plainUpload(session);
  const fault = inputs.inputs === null ? inputs.why : whyNoRequest(buildRequest(inputs.inputs));
  if (inputs.inputs === null || fault !== null) return skip(fault ?? '');
  const asked = { scenario: scenario.name, about: '', prepared: inputs, bytesPerSecond: null };
  const sent = [await sendScenarioUpload(asked, context)];
  return done((seen) => {
    const those = seen.filter((one) => isAbout(scenario, one));
    if (those.length > 0) return scenario.judge(those, session);
    return { outcome: 'skipped', reasons: [{ rule: scenario.rule, text: nothingSeen[scenario.about] }] };
  }, sent);
}

const nothingSeen = {
  success: 'No upload succeeded, so there is no media_url to look at.',
  refusal: 'The server refused nothing, so there is no message to look at.',
  any: 'No upload was answered, so there is no reply to look at.',
} as const;

/** An upload more would be answered as those before were. */
function whyNothing<Local>({ about }: ReplyScenario, context: CheckContext<Local>): string | null {
  const wasTried =
    about === 'refusal'
      ? context.seen.some(({ scenario }) => scenario === 'without-file')
      : context.uploads() > 0;
  if (!wasTried && (context.uploads() === 0 || context.seen.length > 0)) return null;
  return nothingSeen[context.seen.length === 0 ? 'any' : about];
}

function isAbout({ about }: ReplyScenario, { verdict, reply }: SeenUpload): boolean {
  switch (about) {
    case 'success':
      return verdict.success;
    case 'refusal':
      return !verdict.success && (reply.status < 200 || reply.status > 299);
    case 'any':
      return true;
  }
}

interface Done {
  readonly sent: readonly SentUpload[];
  readonly variants: readonly string[];
  readonly startedAt: number;
}

function finished<Local>(
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
