/** What was taken apart with its secrets masked, by names and forms: it goes to logs and into tickets. */
import { hideSecrets } from '../core/secrets/hidden-value.ts';
import type { InspectedPart, InspectedRequest } from './inspect-request.ts';
import type { UploadDifference } from './upload-differences.ts';

type Headers = readonly (readonly [name: string, value: string])[];

export function maskedRequest(request: InspectedRequest): InspectedRequest {
  return {
    ...request,
    target: masked('', request.target),
    headers: maskedHeaders(request.headers),
    parts: request.parts.map(maskedPart),
    fields: request.fields.map((field) => ({ ...field, value: masked(field.name, field.value) })),
  };
}

export function maskedHeaders(headers: Headers): Headers {
  return headers.map(([name, value]) => [name, masked(name, value)] as const);
}

export function maskedDifference({ what, arrived, planned }: UploadDifference): UploadDifference {
  const mask = (text: string | null) => text && masked(what, text);
  return { what, arrived: mask(arrived), planned: mask(planned) };
}

/** Without its hash, by which a short password could be found. */
function maskedPart(part: InspectedPart): InspectedPart {
  if (part.text === null) return part;
  const text = masked(part.name ?? '', part.text);
  return text === part.text ? part : { ...part, text, sha256: null };
}

function masked(name: string, value: string): string {
  return hideSecrets(name, value, (blank) => `{${blank}}`);
}
