/** `check-server FILE…`: what the app will send, tried on the configured server. */
import { basename } from 'node:path';
import { TextMask } from '../../core/secrets/text-mask.ts';
import { recipient, recipientAlias } from '../../core/template/parameter-catalogue.ts';
import { diagnose } from '../../doctor/diagnose.ts';
import { findingsOf } from '../../language/findings/findings.ts';
import type { ScenarioDefinition } from '../../server-check/definition.ts';
import { secretsOf } from '../../server-check/record/check-mask.ts';
import type { CheckReport } from '../../server-check/report.ts';
import { defaultLimits, runCheck } from '../../server-check/run-check.ts';
import { allScenarios, scenariosOf, usualScenarios } from '../../server-check/scenarios/all-scenarios.ts';
import { checkIo } from '../check-io.ts';
import { type BuiltDocument, buildFromFile } from '../input/document.ts';
import { findFiles } from '../input/find-files.ts';
import type { MediaFile } from '../input/media-file.ts';
import { openInputs } from '../input/request-inputs.ts';
import { parseFingerprint, parseFormat, parseSeconds } from '../option-values.ts';
import type { StatusOf } from '../options.ts';
import { CheckLines, limitLines, listLines, summaryLines } from '../output/check-lines.ts';
import { type Console, exit } from '../output/console.ts';
import { diagnosisLines } from '../output/diagnosis.ts';
import { diagnosticLines } from '../output/diagnostics.ts';
import { checkReportPaths, writeReports } from '../output/report-files.ts';
import { packageVersion } from '../package-root.ts';
import { parseOptions } from '../parse-options.ts';
import { UsageError } from '../usage-error.ts';

type Status = StatusOf<'check-server'>;

export async function checkServer(args: readonly string[], console: Console): Promise<Status> {
  const { values, operands } = parseOptions('check-server', args);
  const scenarios = chosenScenarios(values.scenario, values.all === true);
  const format = parseFormat('check-server', values.format);
  const limits = { ...defaultLimits, seconds: parseSeconds(values.time, defaultLimits.seconds) };
  const acceptCertificate = parseFingerprint(values['accept-certificate']);
  const isList = values.list === true;
  if (isList && operands.length === 0) {
    const asked = values.scenario !== undefined || values.all === true;
    await console.out(listLines(asked ? scenarios : allScenarios, new Map()));
    return exit.ok;
  }
  const { files } = await findFiles(operands);
  await checkReportPaths(values, isList ? 0 : files.length);
  const { inputs, media } = await openInputs(values);
  const choices: Choices = { scenarios, limits, acceptCertificate, isList, media };
  const text = { ...console, out: format === 'json' ? console.err : console.out };
  const signal = isList ? new AbortController().signal : console.stop();
  const reports: CheckReport[] = [];
  try {
    for (const file of files) {
      const built = await buildFromFile(file, console, inputs);
      await text.err(diagnosticLines(findings(built, !values['no-advice']), built.xml, file));
      if (files.length > 1) await text.out(`${file}:`);
      const report = await checkFile(file, built, choices, text, signal);
      if (report === null) continue;
      if (format === 'json') await console.json(report);
      reports.push(report);
    }
  } finally {
    await media.close();
  }
  if (isList) return exit.ok;
  const unwritten = await writeReports(values, reports);
  if (unwritten === null) return worstStatus(reports);
  await console.err(unwritten);
  return exit.failed;
}

/** About the document: the media are made, so that nothing is to be said of the one that is chosen or not. */
function findings(built: BuiltDocument, advice: boolean) {
  return findingsOf(built, { advice, isSample: true }).filter(({ rule }) => rule !== 'MP-10');
}

interface Choices {
  readonly scenarios: readonly ScenarioDefinition[];
  readonly limits: typeof defaultLimits;
  readonly acceptCertificate: string | undefined;
  readonly isList: boolean;
  readonly media: MediaFile;
}

/** Null where it was only to be listed. */
async function checkFile(
  file: string,
  built: BuiltDocument,
  { scenarios, limits, acceptCertificate, isList, media }: Choices,
  console: Console,
  signal: AbortSignal,
): Promise<CheckReport | null> {
  const { inputs, request } = built;
  if (request === null) await console.err('No request can be built, so nothing is sent.');
  else {
    const url = new TextMask(secretsOf(built)).text(request.url);
    const { lines, estimate } = limitLines(scenarios, inputs, `${request.method} ${url}`, limits);
    await console.out(lines);
    if (inputs.parameters[recipient] === undefined && built.parameters.some(({ name }) => isRecipient(name)))
      await console.err('The recipient goes out empty, which a server may well refuse: --param to=NUMBER');
    if (isList)
      await console.out(listLines(scenarios, new Map(estimate.skipped.map(({ name, why }) => [name, why]))));
  }
  if (isList) return null;
  const lines = new CheckLines();
  const print: Promise<void>[] = [];
  const checked = await runCheck(
    {
      scenarios,
      inputs,
      file: file === '-' ? '' : basename(file),
      product: `Media Upload Playground ${packageVersion()}`,
      limits,
      acceptCertificate,
    },
    checkIo(media),
    {
      signal,
      onChange: (now, progress) => {
        const { out, waiting } = lines.take(now, progress, false);
        if (out.length > 0) print.push(console.out(out));
        if (waiting !== null) print.push(console.err(waiting));
      },
    },
  );
  await Promise.all(print);
  const diagnosis = diagnose(checked);
  const { out } = lines.take(checked, { running: null, waiting: null }, true);
  const isGood = !checked.results.some(({ outcome }) => outcome === 'failed');
  // Where all is well, nobody asks what would tell more.
  const diagnosed = diagnosisLines(isGood ? { ...diagnosis, next: null } : diagnosis);
  await console.out([
    ...out,
    '',
    ...summaryLines(checked),
    ...(diagnosed.length > 0 ? ['', ...diagnosed] : []),
  ]);
  return { ...checked, diagnosis };
}

const isRecipient = (name: string) => name === recipient || name === recipientAlias;

function chosenScenarios(names: readonly string[] | undefined, all: boolean): readonly ScenarioDefinition[] {
  if (names === undefined) return all ? allScenarios : usualScenarios;
  if (all) throw new UsageError('--all and --scenario differ: name what is to be run, or run all.');
  const { scenarios, unknown } = scenariosOf(names);
  if (unknown.length > 0)
    throw new UsageError(
      `--scenario ${unknown[0]}: there is none of this name; check-server --list has them all.`,
    );
  return scenarios;
}

/** 3 before 1: of a server that can't be reached nothing is known. */
function worstStatus(reports: readonly CheckReport[]): Status {
  const statuses = reports.map(statusOf);
  return statuses.includes(exit.noReply)
    ? exit.noReply
    : statuses.includes(exit.failed)
      ? exit.failed
      : exit.ok;
}

/** Where nothing was asked, nothing is as expected. */
function statusOf({ end, results }: CheckReport): Status {
  if (end === 'unreachable') return exit.noReply;
  const outcomes = results.map(({ outcome }) => outcome);
  const isGood = end === 'finished' && !outcomes.includes('failed') && !outcomes.includes('not-run');
  return isGood && outcomes.some((outcome) => ['passed', 'warning', 'observed'].includes(outcome))
    ? exit.ok
    : exit.failed;
}
