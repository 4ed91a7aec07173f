/** `bisect FILE --passing NAME --failing NAME`: the least difference between two requests that matters. */
import { asSetUp, type Named, namedRequest } from '../../bisect/compared-requests.ts';
import { type HybridsSent, sendHybrids } from '../../bisect/send-hybrids.ts';
import { findingsOf } from '../../language/findings/findings.ts';
import { checkIo } from '../check-io.ts';
import { buildFromFile } from '../input/document.ts';
import { openInputs } from '../input/request-inputs.ts';
import { parseBudget, parseFingerprint, parseFormat } from '../option-values.ts';
import type { StatusOf } from '../options.ts';
import { type Console, exit } from '../output/console.ts';
import { diagnosticLines } from '../output/diagnostics.ts';
import { parseOptions } from '../parse-options.ts';
import { UsageError } from '../usage-error.ts';

const usualBudget = 40;

export async function bisectRequests(args: readonly string[], console: Console): Promise<StatusOf<'bisect'>> {
  const { values, operands } = parseOptions('bisect', args);
  const [file] = operands;
  const { against } = values;
  if (values.failing === undefined && against === undefined)
    throw new UsageError('--failing is needed: what fails, as check-server names it.');
  const format = parseFormat('bisect', values.format);
  const budget = parseBudget(values.budget, usualBudget);
  const acceptCertificate = parseFingerprint(values['accept-certificate']);
  const { inputs, media } = await openInputs(values);
  try {
    const built = await buildFromFile(file, console, inputs);
    await console.err(diagnosticLines(findingsOf(built, { advice: false, isSample: true }), built.xml, file));
    if (built.request === null) {
      await console.err('No request can be built, so nothing was sent.');
      return exit.failed;
    }
    const session = { inputs: { ...inputs, xml: built.xml }, built };
    const other = against === undefined ? built : await buildFromFile(against, console, inputs);
    const otherSession = { inputs: { ...inputs, xml: other.xml }, built: other };
    const passing = named(namedRequest(values.passing ?? asSetUp, otherSession));
    const failing = named(namedRequest(values.failing ?? asSetUp, session));
    if (typeof passing === 'string' || typeof failing === 'string') {
      await console.err([passing, failing].filter((one) => typeof one === 'string'));
      return exit.failed;
    }
    await console.err(`Sends at most ${budget} requests to ${built.request.host}.`);
    const found = await sendHybrids({ passing, failing }, session, checkIo(media), {
      budget,
      signal: console.stop(),
      acceptCertificate,
    });
    if (format === 'json') await console.json(found);
    else await console.out([found.text, `Requests sent: ${found.sent}.`]);
    return statusOf(found);
  } finally {
    await media.close();
  }
}

/** A text where this configuration can't ask it. */
function named(one: Named): Extract<Named, { kind: 'request' }> | string {
  switch (one.kind) {
    case 'request':
      return one;
    case 'skipped':
      return one.text;
    case 'unknown':
      throw new UsageError(one.text);
  }
}

function statusOf(found: HybridsSent): StatusOf<'bisect'> {
  switch (found.kind) {
    case 'found':
      return exit.ok;
    case 'not-found':
      return exit.failed;
    case 'unreached':
      return exit.noReply;
  }
}
