/** `send FILE`: does the upload and prints the client's verdict. */
import { Readable } from 'node:stream';
import type { Assumptions } from '../core/assumptions.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import { judgeResponse } from '../core/response/judge.ts';
import { sendUpload } from '../server/send-upload.ts';
import { envelopeOf } from '../wire/envelope-of-plan.ts';
import { bodyBytes } from './body-bytes.ts';
import { type Console, type ExitStatus, exit } from './console.ts';
import { diagnosticLines } from './diagnostic-output.ts';
import { buildFromFile } from './document.ts';
import { ExchangeRecord } from './exchange-record.ts';
import { failureLines } from './failure-output.ts';
import type { MediaFile } from './media-file.ts';
import { oneFile, parseOptions } from './parse-options.ts';
import { printRequest, requestFormats } from './print-request.ts';
import { openInputs } from './request-inputs.ts';
import { parseFormat, requestOptions } from './request-options.ts';
import { verdictJson, verdictText } from './verdict-output.ts';

export async function send(args: readonly string[], console: Console): Promise<ExitStatus> {
  const { values, positionals } = parseOptions(args, requestOptions);
  const file = oneFile(positionals, 'send');
  const format = parseFormat(values.format, ['text', 'json', ...requestFormats]);
  const { inputs, media } = await openInputs(values);
  try {
    const { request, diagnostics, xml } = await buildFromFile(file, console, inputs);
    await console.err(diagnosticLines(diagnostics, xml, file));
    if (!request) {
      await console.err('No request can be built, so nothing was sent.\n');
      return exit.noReply;
    }
    const printsRequest = format !== 'text' && format !== 'json';
    if (printsRequest) await printRequest(request, format, media, console);
    const record = await exchange(request, media, console.stop());
    const print = printsRequest ? console.err : console.out;
    const report = reportOf(record, inputs.assumptions);
    await print(format === 'json' ? `${JSON.stringify(report.json, null, 2)}\n` : report.text);
    return report.status;
  } finally {
    await media.close();
  }
}

async function exchange(plan: RequestPlan, media: MediaFile, signal: AbortSignal): Promise<ExchangeRecord> {
  const record = new ExchangeRecord();
  const body = Readable.from(bodyBytes(plan, media));
  await sendUpload(envelopeOf(plan), body, { signal, report: (event) => record.add(event) });
  return record;
}

interface Report {
  readonly status: ExitStatus;
  readonly json: unknown;
  readonly text: string;
}

/** A verdict where there is a reply; a failure of the way is none, and says so. */
function reportOf(record: ExchangeRecord, assumptions: Assumptions): Report {
  const outcome = record.outcome();
  const wire = record.toJson();
  if (outcome.kind === 'failure') {
    const { code, detail } = outcome;
    const text = `${failureLines(outcome).join('\n')}\n`;
    return { status: exit.noReply, json: { failure: { code, detail }, exchange: wire }, text };
  }
  const { head, end, body } = outcome;
  const verdict = judgeResponse({
    status: head.status,
    headers: head.headers,
    body,
    assumptions,
    excess: end.excess,
    ...(end.truncated && { receivedLength: end.replyBytes }),
  });
  return {
    status: verdict.success ? exit.ok : exit.failed,
    json: { ...verdictJson(verdict), exchange: wire },
    text: `${verdictText(verdict)}  HTTP ${head.status} ${head.statusText}, ${end.replyBytes} bytes after ${Math.round(end.at)} ms\n`,
  };
}
