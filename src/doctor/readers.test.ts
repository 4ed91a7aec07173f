import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuredServers } from '../language/server-table.ts';
import { type ProbeName, probes, scenarioOfProbe } from '../server-check/probes/probes.ts';
import type { DiagnosedCause } from '../server-check/report.ts';
import { probeResults, reportFor, type ShortResult } from '../test/answers-for-test.ts';
import { diagnose } from './diagnose.ts';
import { measuredReading } from './measured-probes.ts';

const ids = measuredServers.map(({ id }) => id);
const names = probes.map(({ name }) => name).filter((name) => name !== 'quoted');

function readerIn(results: Readonly<Record<string, ShortResult>>) {
  const { causes, readers, next } = diagnose(reportFor(results));
  const cause: DiagnosedCause | undefined = causes.find(({ id }) => id.startsWith('reader-'));
  return { cause, readers: readers.map(({ id }) => id), next };
}

describe('what reads the uploads', () => {
  it.each(ids)('is named by the probes alone, among two at most: %s', (id) => {
    const { cause, readers } = readerIn(probeResults(id));
    expect(readers).toContain(id);
    expect(readers.length).toBeLessThanOrEqual(2);
    expect(cause?.confidence).toBe('high');
  });

  it('is never a wrong one with high confidence where one answer is another than was measured', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.constantFrom(...names), (id, name) => {
        const { cause, readers } = readerIn(probeResults(id, [name]));
        if (cause?.confidence === 'high') expect(readers).toContain(id);
      }),
      { numRuns: 700 },
    );
  });

  it('is nothing certain for a server that was not measured', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...names), { minLength: 6, maxLength: 18 }), (taken) => {
        const isMeasured = ids.some((_, at) => misses(at, new Set([...taken, 'quoted'])) <= 1);
        fc.pre(!isMeasured);
        const answers = Object.fromEntries(
          probes.map(({ name }) => [
            scenarioOfProbe(name),
            name === 'quoted' || taken.includes(name) ? {} : { status: 400, shown: 'No file.' },
          ]),
        );
        expect(readerIn(answers).cause?.confidence).not.toBe('high');
      }),
    );
  });

  it('is not looked for where the request that all of them read was refused too', () => {
    const { cause, readers } = readerIn({ ...probeResults('php'), 'probe-quoted': { status: 403 } });
    expect(cause).toBeUndefined();
    expect(readers).toEqual([]);
  });

  it('is not looked for where anything is taken', () => {
    const all = Object.fromEntries(probes.map(({ name }) => [scenarioOfProbe(name), {}]));
    expect(readerIn(all).readers).toEqual([]);
    expect(readerIn({ ...probeResults('php'), 'without-file': { outcome: 'failed' } }).readers).toEqual([]);
  });

  it('is told by what the server says of itself where no probe was sent, and not with high confidence', () => {
    const { cause, readers, next } = readerIn({ photo: { headers: [['X-Powered-By', 'PHP/8.2.1']] } });
    expect(readers).toEqual(['php', 'apache-php']);
    expect(cause?.confidence).not.toBe('high');
    expect(cause?.evidence).toContain('The header X-Powered-By says “PHP/8.2.1” (photo).');
    expect(next?.scenario).toBe('probe-quoted');
  });

  it('names the probe that would tell two apart', () => {
    const { 'probe-nameless-part': _, ...others } = probeResults('multer');
    const { readers, next } = readerIn(others);
    expect(readers).toEqual(['busboy', 'multer']);
    expect(next).toMatchObject({ scenario: 'probe-nameless-part' });
  });

  it('learns nothing from what a firewall forbids', () => {
    const forbidden = { status: 403, outcome: 'observed' } as const;
    const names = ['folded', 'line-feeds', 'preamble', 'no-part-headers'].map((name) => [
      `probe-${name}`,
      forbidden,
    ]);
    const { readers } = readerIn({ ...probeResults('php'), ...Object.fromEntries(names) });
    expect(readers).toEqual(['php', 'apache-php']);
  });

  it('learns nothing from a status that speaks of the method or the load', () => {
    const { readers } = readerIn({ ...probeResults('go'), 'probe-put': { status: 405 } });
    expect(readers).toEqual(['go']);
  });
});

function misses(at: number, taken: ReadonlySet<ProbeName>): number {
  return probes.filter(({ name }) => (measuredReading(name, at) === 'taken') !== taken.has(name)).length;
}
