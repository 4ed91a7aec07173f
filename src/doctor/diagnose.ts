/**
 * Names what probably reads the uploads, what is wrong and the line that fixes it, from the pattern of what passed
 * and failed. Pure: a function of the report. It never says more than the evidence: what is thin says so, and
 * names the scenario that would tell.
 */

import { scenarioOfProbe } from '../server-check/probes/probes.ts';
import type { CheckReport, Confidence, DiagnosedCause, Diagnosis } from '../server-check/report.ts';
import { bareNamesNotRead, contentTypeRefused, putNotRead } from './causes/form.ts';
import { front } from './causes/front.ts';
import { contentRefused, latin1Names } from './causes/names.ts';
import {
  errorsWithoutMessage,
  loginRefused,
  redirects,
  replyFaults,
  successForAnything,
  successStatusForErrors,
} from './causes/program.ts';
import { reader } from './causes/reader.ts';
import { sizeLimit } from './causes/size-limit.ts';
import { notParallel, notTwice, rateLimited, slowCut } from './causes/timing.ts';
import { evidenceOf } from './evidence.ts';
import type { Cause, Facts } from './facts.ts';
import { alike, readReaders, tellingProbe } from './readers.ts';

const causes: readonly Cause[] = [
  putNotRead,
  bareNamesNotRead,
  contentTypeRefused,
  redirects,
  loginRefused,
  sizeLimit,
  contentRefused,
  slowCut,
  notParallel,
  notTwice,
  rateLimited,
  successForAnything,
  successStatusForErrors,
  errorsWithoutMessage,
  latin1Names,
  reader,
  front,
];

const order: readonly Confidence[] = ['high', 'medium', 'low'];

/** Readers that are listed: more are no answer. */
const mostReaders = 5;

export function diagnose(report: CheckReport): Diagnosis {
  const evidence = evidenceOf(report);
  const facts: Facts = { evidence, reading: readReaders(evidence) };
  const found = [...causes.flatMap((cause) => cause(facts) ?? []), ...replyFaults(facts)];
  const candidates = alike(facts.reading);
  const isKnown = found.some(({ id }) => id.startsWith('reader-'));
  return {
    causes: found.toSorted((a, b) => rank(a) - rank(b)),
    readers: isKnown
      ? candidates.slice(0, mostReaders).map(({ server, title }) => ({ id: server.id, title }))
      : [],
    next: nextOf(facts),
  };
}

/** What explains a failure comes first. */
function rank({ confidence, explains }: DiagnosedCause): number {
  return order.indexOf(confidence) + (explains.length === 0 ? order.length : 0);
}

function nextOf({ evidence, reading }: Facts): Diagnosis['next'] {
  if (evidence.replies.length === 0) return null;
  const quoted = scenarioOfProbe('quoted');
  if (evidence.result(quoted) === null || evidence.result(quoted)?.outcome === 'not-run')
    return {
      scenario: quoted,
      text: 'What reads the uploads is not known yet. The scenarios of “Telling servers apart” would say; they begin with this one.',
    };
  if (reading.observed.length === 0 || alike(reading).length === 1) return null;
  const probe = tellingProbe(reading);
  if (probe === null) return null;
  return {
    scenario: scenarioOfProbe(probe),
    text: `${alike(reading)
      .slice(0, mostReaders)
      .map(({ title }) => title)
      .join(', ')} answer alike so far; this one would tell them apart.`,
  };
}
