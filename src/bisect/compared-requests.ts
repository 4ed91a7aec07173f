/** The two requests of a bisection by name: of scenarios, of one assumption's option, or as it is set up. */
import { assumptionRegistry } from '../core/assumptions.ts';
import { buildRequest } from '../core/build-request.ts';
import type { Session, UploadScenario } from '../server-check/definition.ts';
import { prepare } from '../server-check/prepare-scenario.ts';
import type { ScenarioInputs } from '../server-check/scenario.ts';
import { allScenarios } from '../server-check/scenarios/all-scenarios.ts';
import { plainUpload, withAssumption } from '../server-check/scenarios/changes.ts';
import type { BisectRequest } from './draft.ts';

export type Named =
  | { readonly kind: 'request'; readonly request: BisectRequest; readonly inputs: Prepared }
  /** A name that is none; one that this configuration can't ask. */
  | { readonly kind: 'unknown' | 'skipped'; readonly text: string };

export type Prepared = Extract<ScenarioInputs, { readonly inputs: object }>;

/** As it is set up, with a small photo. */
export const asSetUp = 'as-set-up';

/** `photo`, `as-set-up`, `part-names=quoted`. */
export function namedRequest(name: string, session: Session): Named {
  if (name === asSetUp) return requestFrom(plainUpload(session));
  const [id, option] = name.split('=', 2);
  const assumption = assumptionRegistry.find((one) => one.id === id);
  if (assumption !== undefined && option !== undefined) {
    const known = assumption.options.some((one) => one.id === option);
    if (!known) return unknown(name);
    return requestFrom(withAssumption(session, { [assumption.id]: option }));
  }
  const scenario = allScenarios.find(
    (one): one is UploadScenario => one.kind === 'upload' && one.name === name,
  );
  if (scenario === undefined) return unknown(name);
  const prepared = prepare(scenario, session);
  if (typeof prepared === 'string') return { kind: 'skipped', text: `${name}: ${prepared}` };
  const [first] = prepared;
  return first === undefined ? unknown(name) : requestOf(first, scenario.edit ?? ((plan) => plan));
}

const unknown = (name: string): Named => ({
  kind: 'unknown',
  text: `${name} is no scenario that sends an upload, and no assumption with an option.`,
});

/** Of inputs and the media that goes with them. */
export function requestFrom(inputs: ScenarioInputs): Named {
  return requestOf(inputs, (plan) => plan);
}

function requestOf(inputs: ScenarioInputs, edit: NonNullable<UploadScenario['edit']>): Named {
  if (inputs.inputs === null) return { kind: 'skipped', text: inputs.why };
  const { request } = buildRequest(inputs.inputs);
  if (request === null) return { kind: 'skipped', text: 'No request can be built.' };
  return { kind: 'request', request: { plan: edit(request), media: inputs.media }, inputs };
}
