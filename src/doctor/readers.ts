/**
 * Which of the 26 measured servers answers as this one does. Each probe that was answered makes those likelier that
 * were measured to answer so (Bayes, all equally likely at first); what the server says of itself counts too. A
 * server that was not measured is one more candidate: it wins where nothing fits.
 */
import { type MeasuredServer, measuredServers, serverTitle } from '../language/server-table.ts';
import { type ProbeName, probes, scenarioOfProbe } from '../server-check/probes/probes.ts';
import { type Evidence, lastUpload, takenIn } from './evidence.ts';
import { measuredReading, type ProbeReading, rarityOf } from './measured-probes.ts';
import { type SeenSignature, signaturesIn } from './signatures.ts';

export interface ScoredReader {
  readonly server: MeasuredServer;
  readonly title: string;
  /** 0 to 1, of all candidates. */
  readonly probability: number;
  /** Probes that it was measured to answer otherwise. */
  readonly misses: readonly ProbeName[];
}

export interface Reading {
  /** The likeliest first. */
  readonly readers: readonly ScoredReader[];
  /** That it is none of the 26. */
  readonly unknown: number;
  readonly observed: readonly ObservedProbe[];
  readonly signatures: readonly SeenSignature[];
}

export interface ObservedProbe {
  readonly probe: ProbeName;
  readonly taken: boolean;
  /** Not taken, and answered otherwise than a request without a file: the parser itself refused it. */
  readonly refused: boolean;
}

/** How often a server answers as it was measured; the rest are other versions and programs around it. */
const asMeasured = 0.97;
const weights = { own: 5, shared: 2.5 };

export function readReaders(evidence: Evidence): Reading {
  const observed = observedProbes(evidence);
  const signatures = signaturesIn(evidence.replies);
  const scores = measuredServers.map((server, at) => {
    const misses = observed.filter((one) => !fits(measuredReading(one.probe, at), one));
    const hints = observed.reduce((sum, one) => sum + hint(measuredReading(one.probe, at), one), 0);
    const said = signatures
      .filter(({ readers }) => readers.includes(server.id))
      .reduce((sum, { weight }) => sum + weights[weight], 0);
    const log =
      misses.length * Math.log(1 - asMeasured) +
      (observed.length - misses.length) * Math.log(asMeasured) +
      hints +
      said;
    return { server, misses: misses.map(({ probe }) => probe), log };
  });
  const unknownLog = observed.reduce((sum, one) => sum + Math.log(usual(one)), 0) - 1;
  const most = Math.max(unknownLog, ...scores.map(({ log }) => log));
  const total = [unknownLog, ...scores.map(({ log }) => log)].reduce(
    (sum, log) => sum + Math.exp(log - most),
    0,
  );
  return {
    readers: scores
      .map(({ server, misses, log }) => ({
        server,
        title: serverTitle(server),
        probability: Math.exp(log - most) / total,
        misses,
      }))
      .toSorted((a, b) => b.probability - a.probability),
    unknown: Math.exp(unknownLog - most) / total,
    observed,
    signatures,
  };
}

/**
 * Nothing is learned where the request that all of them read was not taken either, nor where anything is: without
 * a file, or every probe, though none of the measured servers reads them all.
 */
function observedProbes(evidence: Evidence): readonly ObservedProbe[] {
  if (takenIn(evidence.result(scenarioOfProbe('quoted'))) !== true) return [];
  if (lastUpload(evidence.result('without-file'))?.verdict?.success === true) return [];
  const observed = answeredProbes(evidence);
  return observed.some(({ taken }) => !taken) ? observed : [];
}

function answeredProbes(evidence: Evidence): readonly ObservedProbe[] {
  const withoutFile = answerOf(evidence, 'without-file');
  return probes.flatMap(({ name }) => {
    const scenario = scenarioOfProbe(name);
    const taken = takenIn(evidence.result(scenario));
    if (taken === null || isForbidden(evidence, scenario)) return [];
    const refused = !taken && withoutFile !== null && answerOf(evidence, scenario) !== withoutFile;
    return [{ probe: name, taken, refused }];
  });
}

/** A firewall that dislikes a probe says nothing of what reads it. */
function isForbidden(evidence: Evidence, scenario: string): boolean {
  const status = (name: string) => lastUpload(evidence.result(name))?.reply?.status;
  const own = status(scenario);
  return (own === 403 || own === 406) && own !== status('without-file');
}

/** Status and what the user reads; null where there is no reply. */
function answerOf(evidence: Evidence, scenario: string): string | null {
  const upload = lastUpload(evidence.result(scenario));
  if (upload?.reply == null) return null;
  return `${upload.reply.status} ${upload.verdict?.shown ?? ''}`;
}

const fits = (measured: ProbeReading, { taken }: ObservedProbe) =>
  measured === 'either' || (measured === 'taken') === taken;

/** A small one: programs answer their own errors in many ways. */
function hint(measured: ProbeReading, { taken, refused }: ObservedProbe): number {
  return !taken && refused && measured === 'lost' ? -0.7 : 0;
}

/** How usual an answer is over all that were measured. */
function usual({ probe, taken }: ObservedProbe): number {
  const lost = (rarityOf(probe) + 1) / (measuredServers.length + 2);
  return taken ? 1 - lost : lost;
}

/** Those that can hardly be told apart from the likeliest. */
export function alike({ readers }: Reading): readonly ScoredReader[] {
  const best = readers[0]?.probability ?? 0;
  return readers.filter(({ probability }) => probability >= best * 0.02);
}

/** The probe, not yet answered, that parts the candidates most evenly; null where none does. */
export function tellingProbe(reading: Reading): ProbeName | null {
  const candidates = alike(reading);
  const asked = new Set(reading.observed.map(({ probe }) => probe));
  const parted = probes
    .filter(({ name }) => !asked.has(name))
    .map(({ name }) => {
      const taking = candidates.filter(
        ({ server }) => measuredReading(name, measuredServers.indexOf(server)) === 'taken',
      );
      return { name, parts: Math.min(taking.length, candidates.length - taking.length) };
    })
    .toSorted((a, b) => b.parts - a.parts)[0];
  return parted !== undefined && parted.parts > 0 ? parted.name : null;
}
