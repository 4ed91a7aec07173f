/** What a scenario would send of a session, before anything is. */
import { type BuiltRequest, buildRequest } from '../core/build-request.ts';
import type { Session, UploadScenario } from './definition.ts';
import type { MadeMedia, ScenarioInputs } from './scenario.ts';

/** With the request that it makes. */
export type Prepared = Extract<ScenarioInputs, { readonly media: MadeMedia | null }> & {
  readonly built: BuiltRequest;
};

/** A text where this configuration can't ask it. */
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

export function whyNoRequest({ request, diagnostics }: BuiltRequest): string | null {
  if (request !== null) return null;
  const error = diagnostics.find(({ severity }) => severity === 'error');
  return `No request can be built. ${error?.message ?? ''}`.trim();
}
