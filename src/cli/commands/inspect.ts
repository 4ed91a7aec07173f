/** `inspect FILE`: a captured request taken apart, a captured reply judged, and compared with an Account XML. */

import { isBoundary } from '../../core/request/boundary.ts';
import { type Inspected, type InspectedReply, inspectCapture } from '../../inspect/inspect-capture.ts';
import { comparable, type InspectedPart, type InspectedRequest } from '../../inspect/inspect-request.ts';
import { maskedDifference, maskedHeaders, maskedRequest } from '../../inspect/masked.ts';
import { type UploadDifference, uploadDifferences } from '../../inspect/upload-differences.ts';
import { lenientReasons } from '../../upload/lenient-reading.ts';
import { readCapture } from '../input/capture.ts';
import { buildFromFile } from '../input/document.ts';
import { openInputs, type RequestValues } from '../input/request-inputs.ts';
import { parseAssumptions } from '../option-values.ts';
import type { StatusOf } from '../options.ts';
import { type Console, exit } from '../output/console.ts';
import { diagnosticLines } from '../output/diagnostics.ts';
import { verdictJson, verdictLines, withoutAdvice } from '../output/verdict.ts';
import { parseOptions } from '../parse-options.ts';
import { UsageError } from '../usage-error.ts';

export async function inspect(args: readonly string[], console: Console): Promise<StatusOf<'inspect'>> {
  const { values, operands } = parseOptions('inspect', args);
  const [file] = operands;
  if (file === '-' && values.against === '-')
    throw new UsageError('Standard input can be one of the two: the capture, or the Account XML.');
  const readFiles = values['read-files'] ?? false;
  const capture = await readCapture(file, console, { entry: values.entry, readFiles });
  const inspected = inspectCapture(capture, parseAssumptions(values.assume));
  if (inspected.request === null && inspected.reply === null)
    throw new UsageError(`${file} can't be read.`, ...inspected.faults.map(({ text }) => text));
  const differences = await compare(inspected.request, values.against, values, console);
  const showAdvice = !values['no-advice'];
  const isMasked = !values['show-secrets'];
  const shown = isMasked ? masked(inspected) : inspected;
  const shownDifferences = isMasked ? (differences?.map(maskedDifference) ?? null) : differences;
  if (values.json) await console.json(inspectJson(shown, shownDifferences));
  else await console.out(lines(shown, shownDifferences, showAdvice));
  const isFaulty = inspected.faults.some(({ severity }) => severity === 'fault');
  return isFaulty || (differences?.length ?? 0) > 0 ? exit.failed : exit.ok;
}

/** Judged and compared is what was captured; masked is what is printed of it. */
function masked({ request, reply, ...rest }: Inspected): Inspected {
  const headers = maskedHeaders(reply?.inputs.headers ?? []);
  return {
    ...rest,
    request: request && maskedRequest(request),
    reply: reply && { ...reply, inputs: { ...reply.inputs, headers } },
  };
}

/** Null where nothing is compared. */
async function compare(
  request: InspectedRequest | null,
  against: string | undefined,
  values: RequestValues,
  console: Console,
): Promise<readonly UploadDifference[] | null> {
  if (against === undefined || request === null) return null;
  // The captured one, so that lengths can be compared.
  const { boundary } = request;
  const given = values.boundary ?? (boundary !== null && isBoundary(boundary) ? boundary : undefined);
  const { inputs, media } = await openInputs({
    ...values,
    ...(given === undefined ? {} : { boundary: given }),
  });
  try {
    const built = await buildFromFile(against, console, inputs);
    if (built.request !== null)
      return uploadDifferences(comparable(request, inputs.media.size), built.request);
    await console.err(
      diagnosticLines(
        built.diagnostics.filter(({ severity }) => severity === 'error'),
        built.xml,
        against,
      ),
    );
    throw new UsageError(`${against} makes no request to compare with.`);
  } finally {
    await media.close();
  }
}

function lines(
  { request, reply, faults }: Inspected,
  differences: readonly UploadDifference[] | null,
  showAdvice: boolean,
): readonly string[] {
  return [
    ...(request === null ? [] : requestLines(request)),
    ...(reply === null ? [] : replyLines(reply, showAdvice)),
    ...faults.map(
      ({ severity, code, text, at }) => `${severity} ${code}${at === null ? '' : ` at ${at}`}: ${text}`,
    ),
    ...(differences === null ? [] : differenceLines(differences)),
  ];
}

function requestLines({ method, target, version, headers, bodyLength, bodySha256, parts }: InspectedRequest) {
  return [
    `${method} ${target} HTTP/${version}`,
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
    `body ${bodyLength} bytes, sha256 ${bodySha256}`,
    ...parts.map(partLine),
  ];
}

function partLine({ name, fileName, type, size, sha256, bytesAre, text }: InspectedPart): string {
  const file = fileName === null ? '' : `, file name ${fileName}`;
  const kind = type === null ? '' : `, ${type}`;
  const bytes = bytesAre !== null && bytesAre !== type ? `, but its bytes are ${bytesAre}` : '';
  const hash = sha256 === null ? '' : `, sha256 ${sha256}`;
  const content = size === null ? 'not at hand' : `${size} bytes${hash}`;
  const value = text === null ? '' : `: ${text.length > 200 ? `${text.slice(0, 200)}…` : text}`;
  return `part ${name ?? '(no name)'}${file}${kind}${bytes}, ${content}${value}`;
}

function replyLines({ inputs, verdict }: InspectedReply, showAdvice: boolean): readonly string[] {
  const lenient = showAdvice ? lenientReasons(verdict, inputs.status) : [];
  return [
    `reply ${inputs.status}`,
    ...inputs.headers.map(([name, value]) => `  ${name}: ${value}`),
    ...verdictLines(showAdvice ? verdict : withoutAdvice(verdict), lenient),
  ];
}

function differenceLines(differences: readonly UploadDifference[]): readonly string[] {
  if (differences.length === 0) return ['the same as this Account XML sends'];
  return differences.flatMap(({ what, arrived, planned }) => [
    `differs ${what}`,
    `  captured:   ${arrived ?? '(missing)'}`,
    `  configured: ${planned ?? '(not sent)'}`,
  ]);
}

function inspectJson(
  { source, request, reply, faults }: Inspected,
  differences: readonly UploadDifference[] | null,
) {
  return {
    source,
    request,
    reply: reply && {
      status: reply.inputs.status,
      headers: reply.inputs.headers,
      ...verdictJson(reply.verdict),
    },
    faults,
    differences,
  };
}
