/** `send FILE`: does the upload and prints the client's verdict. */
import type { Assumptions } from '../../core/assumptions.ts';
import { judgeResponse } from '../../core/response/judge.ts';
import { buildFromFile } from '../input/document.ts';
import { openInputs } from '../input/request-inputs.ts';
import { parseFingerprint, parseFormat, requestOptions } from '../option-values.ts';
import { type Console, type ExitStatus, exit } from '../output/console.ts';
import { diagnosticLines } from '../output/diagnostics.ts';
import { exchangeLines } from '../output/exchange.ts';
import { failureLines } from '../output/failure.ts';
import { findingsOf } from '../output/findings.ts';
import { printRequest, requestFormats } from '../output/print-request.ts';
import { verdictJson, verdictLines, withoutAdvice } from '../output/verdict.ts';
import { oneFile, parseOptions } from '../parse-options.ts';
import { type SentExchanges, sendExchanges } from '../send-exchanges.ts';

const sendOptions = { ...requestOptions, 'accept-certificate': { type: 'string' } } as const;

export async function send(args: readonly string[], console: Console): Promise<ExitStatus> {
  const { values, positionals } = parseOptions(args, sendOptions);
  const file = oneFile(positionals, 'send');
  const format = parseFormat(values.format, ['text', 'json', ...requestFormats]);
  const acceptCertificate = parseFingerprint(values['accept-certificate']);
  const { inputs, media } = await openInputs(values);
  try {
    const built = await buildFromFile(file, console, inputs);
    const { request, xml } = built;
    const advice = !values['no-advice'];
    const findings = findingsOf(built, { advice });
    await console.err(diagnosticLines(findings, xml, file));
    if (!request) {
      await console.err('No request can be built, so nothing was sent.');
      return exit.noReply;
    }
    const printsRequest = format !== 'text' && format !== 'json';
    if (printsRequest) await printRequest(request, format, media, console);
    const sent = await sendExchanges(request, media, { signal: console.stop(), acceptCertificate });
    const report = reportOf(sent, inputs.assumptions, advice);
    if (format === 'json') await console.json(report.json);
    else await (printsRequest ? console.err : console.out)(report.lines);
    return report.status;
  } finally {
    await media.close();
  }
}

interface Report {
  readonly status: ExitStatus;
  readonly json: unknown;
  readonly lines: readonly string[];
}

/** A verdict where there is a reply; a failure of the way is none, and says so. */
function reportOf(sent: SentExchanges, assumptions: Assumptions, advice: boolean): Report {
  const outcome = sent.last.outcome();
  const told = exchangeLines(sent);
  const wire = wireJson(sent);
  if (outcome.kind === 'failure') {
    const { code, detail } = outcome;
    const lines = [...failureLines(outcome), ...told];
    return { status: exit.noReply, json: { failure: { code, detail }, ...wire }, lines };
  }
  const { head, end, body } = outcome;
  const judged = judgeResponse({
    status: head.status,
    headers: head.headers,
    body,
    assumptions,
    excess: end.excess,
    ...(end.truncated && { receivedLength: end.replyBytes }),
  });
  const verdict = advice ? judged : withoutAdvice(judged);
  return {
    status: verdict.success ? exit.ok : exit.failed,
    json: { ...verdictJson(verdict), ...wire },
    lines: [...verdictLines(verdict), ...told],
  };
}

/** The last exchange; those before it, and why a login went no further, where there were any (HDR-6). */
function wireJson({ earlier, last, unanswered }: SentExchanges) {
  return {
    exchange: last.toJson(),
    ...(earlier.length > 0 && {
      earlier: earlier.map(({ record, text }) => ({ ...record.toJson(), login: text })),
    }),
    ...(unanswered !== null && { login: unanswered }),
  };
}
