/** Between the library's types and the core's: defaults on the way in, data without provenance on the way out. */
import { decodeDocument } from '../core/account/document-encoding.ts';
import { type Assumptions, assumptionRegistry, isAssumption, withAssumptions } from '../core/assumptions.ts';
import { buildRequest, type BuiltRequest as CoreBuilt, type RequestInputs } from '../core/build-request.ts';
import { boundaryFrom, boundaryRandomBytes, isBoundary } from '../core/request/boundary.ts';
import { bodyChunks } from '../core/request/bytes.ts';
import { isMediaType } from '../core/request/media-type.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import { judgeResponse } from '../core/response/judge.ts';
import type { ResponseInputs } from '../core/response/verdict.ts';
import type { Diagnostic as CoreDiagnostic } from '../core/source/diagnostics.ts';
import { isParameterName } from '../core/template/parameter-catalogue.ts';
import { withAllDiagnostics } from '../language/all-diagnostics.ts';
import { findingsOf } from '../language/findings/findings.ts';
import { diagnosticsJson } from '../language/findings/places.ts';
import type {
  AssumptionChoices,
  BuiltRequest,
  Diagnostic,
  MediaDescription,
  Reply,
  RequestOptions,
  UploadRequest,
  Verdict,
} from './types.ts';

/** A document as it was read: its bytes may have had faults of their own (ACC-1). */
export interface ReadInputs {
  readonly inputs: RequestInputs;
  readonly found: readonly CoreDiagnostic[];
}

export function requestInputs(xml: string | Uint8Array, options: RequestOptions): ReadInputs {
  const { text, diagnostics } =
    typeof xml === 'string' ? { text: xml, diagnostics: [] } : decodeDocument(xml);
  const { account, locale, parameters = {}, media, assumptions, boundary } = options;
  const inputs = {
    xml: text,
    ...(account === undefined ? {} : { account: accountNumber(account) }),
    ...(locale ? { locale } : {}),
    parameters: namedParameters(parameters),
    media: describedMedia(media),
    assumptions: chosenAssumptions(assumptions),
    boundary: boundary === undefined ? randomBoundary() : checkedBoundary(boundary),
  };
  return { inputs, found: diagnostics };
}

export function builtFrom(read: ReadInputs): BuiltRequest {
  const built = build(read);
  return {
    request: built.request && uploadRequest(built.request),
    diagnostics: withPlaces(built, false),
    parameters: built.parameters.map(({ name, value, secret }) => ({ name, value, secret })),
    assumptions: built.touched.map(({ id }) => id),
  };
}

export function findingsIn(read: ReadInputs): readonly Diagnostic[] {
  return withPlaces(build(read), true);
}

export function responseInputs({ status, headers = [], body, assumptions }: Reply): ResponseInputs {
  if (!Number.isInteger(status) || status < 100 || status > 999)
    throw new RangeError(`The status ${status} is not a number of three digits.`);
  return {
    status,
    headers: [...headers],
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    assumptions: chosenAssumptions(assumptions),
  };
}

export function verdictFrom(inputs: ResponseInputs): Verdict {
  const { success, mediaUrl, shown, generic, path, reasons } = judgeResponse(inputs);
  return {
    success,
    ...(mediaUrl === undefined ? {} : { mediaUrl }),
    shown,
    generic,
    ...(path === undefined ? {} : { path }),
    reasons: reasons.map(({ rule, text, tone }) => ({ rule, text, tone })),
  };
}

function build({ inputs, found }: ReadInputs): CoreBuilt {
  const built = withAllDiagnostics(buildRequest(inputs));
  return { ...built, diagnostics: [...found, ...built.diagnostics] };
}

function withPlaces(built: CoreBuilt, isSample: boolean): readonly Diagnostic[] {
  const findings = findingsOf(built, { advice: true, isSample });
  return diagnosticsJson(findings, built.inputs.xml).map(({ fix, ...rest }) => ({
    ...rest,
    ...(fix && { fix }),
  }));
}

function uploadRequest(plan: RequestPlan): UploadRequest {
  const { method, url, target, bodyLength, boundary, fileName, mediaType, timeoutSeconds } = plan;
  return {
    method,
    url,
    target,
    headers: plan.headers.map(({ name, value }) => [name, value] as const),
    body: bodyChunks(plan),
    bodyLength,
    boundary,
    parts: plan.parts.map(({ name, isFile }) => ({ name, isFile })),
    fileName,
    mediaType,
    timeoutSeconds,
  };
}

function describedMedia({ name = '', size, head = new Uint8Array(), type = '' }: MediaDescription) {
  if (!Number.isSafeInteger(size) || size < 0)
    throw new RangeError(`The media's size ${size} is not a number of bytes.`);
  if (type !== '' && !isMediaType(type))
    throw new RangeError(`"${type}" is not a media type such as image/png.`);
  return { name, size, head, declaredType: type };
}

function namedParameters(parameters: Readonly<Record<string, string>>) {
  const wrong = Object.keys(parameters).find((name) => !isParameterName(name));
  if (wrong !== undefined)
    throw new RangeError(
      `"${wrong}" can't be a parameter: letters, digits and _ (not first a digit), or account[node].`,
    );
  return parameters;
}

function accountNumber(account: number): number {
  if (!Number.isSafeInteger(account) || account < 1)
    throw new RangeError(`The account ${account} is not a number from 1.`);
  return account;
}

function chosenAssumptions(choices: AssumptionChoices = {}): Assumptions {
  for (const [id, option] of Object.entries(choices)) {
    if (isAssumption(id, option)) continue;
    const options = assumptionRegistry.find((entry) => entry.id === id)?.options.map((one) => one.id);
    const known = options ?? assumptionRegistry.map((entry) => entry.id);
    throw new RangeError(`The assumption ${id}: ${option} is unknown. There are ${known.join(', ')}.`);
  }
  return withAssumptions({ ...choices });
}

function checkedBoundary(boundary: string): string {
  if (!isBoundary(boundary))
    throw new RangeError(
      `"${boundary}" can't be a boundary: 1 to 70 letters, digits, spaces or any of ' ( ) + _ , - . / : = ?, no space last (RFC 2046).`,
    );
  return boundary;
}

function randomBoundary(): string {
  return boundaryFrom(crypto.getRandomValues(new Uint8Array(boundaryRandomBytes)));
}
