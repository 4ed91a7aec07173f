/** What a check will send, before anything is: for the person who is to say yes. */
import { buildRequest, type RequestInputs } from '../core/build-request.ts';
import type { ScenarioDefinition, Session } from './definition.ts';
import { prepare } from './prepare-scenario.ts';

export interface CheckEstimate {
  readonly uploads: number;
  /** At most: uploads, once more each where a login is set up, and what fetches their media. */
  readonly requests: number;
  /** At most, of the bodies of all uploads. */
  readonly bytes: number;
  /** What this configuration can't ask. */
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
}

export function estimateCheck(
  scenarios: readonly ScenarioDefinition[],
  inputs: RequestInputs,
): CheckEstimate {
  const session: Session = { inputs, built: buildRequest(inputs) };
  // HDR-6: the whole request goes out again.
  const times = session.built.request?.credentials ? 2 : 1;
  let uploads = 0;
  let gets = 0;
  let bytes = 0;
  const skipped: { name: string; why: string }[] = [];
  for (const scenario of scenarios) {
    if (scenario.kind === 'reply') continue;
    const prepared = prepare(scenario, session);
    if (typeof prepared === 'string') {
      skipped.push({ name: scenario.name, why: prepared });
      continue;
    }
    uploads += prepared.length;
    if (scenario.expects.kind !== 'refusal') gets += prepared.length;
    for (const { built } of prepared) bytes += built.request?.bodyLength ?? 0;
  }
  return { uploads, requests: uploads * times + gets, bytes: bytes * times, skipped };
}
