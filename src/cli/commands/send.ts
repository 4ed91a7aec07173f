/** `send FILE`: does the upload and prints the app's verdict. */
import type { Assumptions } from '../../core/assumptions.ts';
import { judgeResponse } from '../../core/response/judge.ts';
import { findingsOf } from '../../language/findings/findings.ts';
import { lenientReasons } from '../../upload/lenient-reading.ts';
import { buildFromFile } from '../input/document.ts';
import { openInputs } from '../input/request-inputs.ts';
import { parseFingerprint, parseFormat, parseSecrets } from '../option-values.ts';
import type { StatusOf } from '../options.ts';
import { type Console, exit } from '../output/console.ts';
import { diagnosticLines } from '../output/diagnostics.ts';
import { exchangeLines } from '../output/exchange.ts';
import { exchangesJson } from '../output/exchange-json.ts';
import { failureLines } from '../output/failure.ts';
import { printRequest } from '../output/print-request.ts';
import { verdictJson, verdictLines, withoutAdvice } from '../output/verdict.ts';
import { parseOptions } from '../parse-options.ts';
import { type SentExchanges, sendExchanges } from '../send-exchanges.ts';

export async function send(args: readonly string[], console: Console): Promise<StatusOf<'send'>> {
  const { values, operands } = parseOptions('send', args);
  const [file] = operands;
  const format = parseFormat('send', values.format);
  const secrets = parseSecrets(values.secrets);
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
    if (printsRequest) await printRequest(built, { format, secrets }, media, console);
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
  readonly status: StatusOf<'send'>;
  readonly json: unknown;
  readonly lines: readonly string[];
}

/** A verdict where there is a complete reply; else the transport failure. */
function reportOf(sent: SentExchanges, assumptions: Assumptions, advice: boolean): Report {
  const { failure, reply, end, local } = sent.last.exchange;
  const exchanges = exchangeLines(sent);
  const json = exchangesJson(sent);
  if (reply === null || end === null || local === null) {
    const failed = failure ?? { code: 'internal', detail: 'The upload ended without a reply.' };
    const lines = [...failureLines(failed), ...exchanges];
    return { status: exit.noReply, json: { failure: failed, ...json }, lines };
  }
  const judged = judgeResponse({
    status: reply.status,
    headers: reply.headers,
    body: local.body(),
    assumptions,
    excess: end.excess,
    ...(end.truncated && { receivedLength: end.replyBytes }),
  });
  const verdict = advice ? judged : withoutAdvice(judged);
  const lenient = advice ? lenientReasons(judged, reply.status) : [];
  return {
    status: verdict.success ? exit.ok : exit.failed,
    json: { ...verdictJson(verdict), ...json },
    lines: [...verdictLines(verdict, lenient), ...exchanges],
  };
}
