/** What reads the uploads, by the answers to the probes and by what the server says of itself. */
import type { Confidence, DiagnosedCause } from '../../server-check/report.ts';
import type { Cause } from '../facts.ts';
import { mostAlike } from '../facts.ts';
import { alike, type Reading } from '../readers.ts';
import { measuredFaults, parserRemedies } from './measured-faults.ts';

/** Probes that must have been answered before anything is certain. */
const enough = 15;

export const reader: Cause = (facts) => {
  const { reading } = facts;
  const candidates = alike(reading);
  const best = candidates[0];
  if (best === undefined || (reading.observed.length === 0 && reading.signatures.length === 0)) return null;
  const together = candidates.reduce((sum, { probability }) => sum + probability, 0);
  if (together < 0.5 || candidates.length > mostAlike) return null;
  const faults = measuredFaults(facts);
  const titles = candidates.map(({ title }) => title);
  const ids = candidates.map(({ server }) => server.id);
  return {
    id: `reader-${ids.join('-')}`,
    title: `${titles.length === 1 ? titles[0] : `${titles.slice(0, -1).join(', ')} or ${titles.at(-1)}`} reads the uploads`,
    confidence: confidenceOf(reading, together, candidates.length),
    evidence: [...evidenceOf(reading), ...faults.map(({ text }) => text)],
    explains: faults.map(({ scenario }) => scenario),
    remedies: faults.length === 0 ? [] : parserRemedies(facts),
  } satisfies DiagnosedCause;
};

function confidenceOf(reading: Reading, together: number, count: number): Confidence {
  const misses = reading.readers[0]?.misses.length ?? 0;
  const isNamed = reading.signatures.some(
    ({ weight, readers }) => weight === 'own' && readers.includes(reading.readers[0]?.server.id ?? ''),
  );
  const isSure = reading.observed.length >= enough && (misses === 0 || (misses === 1 && isNamed));
  if (isSure && together >= 0.97 && count <= 3) return 'high';
  return together >= 0.8 && (reading.observed.length >= enough || isNamed) ? 'medium' : 'low';
}

function evidenceOf({ observed, readers, signatures }: Reading): readonly string[] {
  const misses = readers[0]?.misses ?? [];
  const matching = observed.length - misses.length;
  return [
    ...(observed.length === 0
      ? []
      : [`${matching} of ${observed.length} probes were answered as it was measured to answer.`]),
    ...(misses.length === 0 ? [] : [`Otherwise: ${misses.map((name) => `probe-${name}`).join(', ')}.`]),
    ...signatures.map(({ text }) => text),
  ];
}
