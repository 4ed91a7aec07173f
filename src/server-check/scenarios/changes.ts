/** What scenarios change in the inputs of a session; each says why where it can't. */

import type { Assumptions } from '../../core/assumptions.ts';
import type { RequestInputs } from '../../core/build-request.ts';
import type { Session } from '../definition.ts';
import { mediaOf } from '../media/made-media.ts';
import type { MadeMedia, ScenarioInputs } from '../scenario.ts';

/** Enough to be more than a packet, and quickly sent. */
export const plainPhoto: MadeMedia = { kind: 'jpeg', size: 48 * 1024 };
export const plainClip: MadeMedia = { kind: 'mp4', size: 64 * 1024 };

export const noFilePart =
  'No part contains %media_content%, so the app sends no file. Add one to genericMediaUploadMultipartData.';

/** The request as it is set up, with a small photo. */
export function plainUpload(session: Session): ScenarioInputs {
  return withMedia(session, plainPhoto);
}

export function withMedia(session: Session, made: MadeMedia, name?: string): ScenarioInputs {
  if (!hasFilePart(session)) return { inputs: null, why: noFilePart };
  return { inputs: madeInputs(session.inputs, made, name), media: made };
}

export function withAssumption(session: Session, assumptions: Partial<Assumptions>): ScenarioInputs {
  const changed = { ...session.inputs, assumptions: { ...session.inputs.assumptions, ...assumptions } };
  return { inputs: madeInputs(changed, plainPhoto), media: plainPhoto };
}

/** A parameter that the request has in it. */
export function withParameter(session: Session, name: string, value: string): ScenarioInputs {
  if (!uses(session, name))
    return { inputs: null, why: `%${name}% is not used by this configuration, so the app does not send it.` };
  const parameters = { ...session.inputs.parameters, [name]: value };
  return { inputs: madeInputs({ ...session.inputs, parameters }, plainPhoto), media: plainPhoto };
}

export function uses({ built }: Session, name: string): boolean {
  return built.parameters.some((one) => one.name === name || (name === 'to' && one.name === 'sms_to'));
}

/** The same parts but for those that hold the media. What is left in their place is an empty piece, which is none (MP-1). */
export function withoutFile(session: Session): ScenarioInputs {
  if (!hasFilePart(session)) return { inputs: null, why: noFilePart };
  const { inputs, built } = session;
  const files = (built.request?.parts ?? []).filter(({ isFile }) => isFile);
  const backwards = files.map(({ range }) => range).toSorted((a, b) => b.start - a.start);
  const xml = backwards.reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), inputs.xml);
  return { inputs: madeInputs({ ...inputs, xml }, plainPhoto), media: plainPhoto };
}

export function madeInputs(inputs: RequestInputs, made: MadeMedia, name?: string): RequestInputs {
  return { ...inputs, media: mediaOf(made, name) };
}

export function hasFilePart({ built }: Session): boolean {
  return built.request?.parts.some(({ isFile }) => isFile) === true;
}
