/** A scenario that judges replies. */
import { buildRequest } from '../core/build-request.ts';
import type { CheckContext } from './check-context.ts';
import type { Judged, ReplyScenario, SeenUpload } from './definition.ts';
import { finished, type RanScenario, skipped } from './finish-scenario.ts';
import { whyNoRequest } from './prepare-scenario.ts';
import { plainUpload, withoutFile } from './scenarios/changes.ts';
import { type SentUpload, sendScenarioUpload } from './send-scenario-upload.ts';

/** Looks at what there is, else makes an upload to look at. */
export async function runReply<Local>(
  scenario: ReplyScenario,
  context: CheckContext<Local>,
): Promise<RanScenario> {
  const { io, session } = context;
  const startedAt = io.now();
  const done = (judge: (seen: readonly SeenUpload[]) => Judged, sent: readonly SentUpload[] = []) =>
    finished(scenario, { sent, variants: [], startedAt }, context, judge);
  const skip = (text: string) => skipped(scenario, text, context);
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
