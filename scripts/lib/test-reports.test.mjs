import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readReport } from './test-reports.mjs';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(report) {
  const path = join(folder, 'report.json');
  writeFileSync(path, typeof report === 'string' ? report : JSON.stringify(report));
  return path;
}

it('a unit test that failed is named, with what it said', () => {
  const one = (status, failureMessages) => ({ fullName: 'a title', status, failureMessages });
  const assertionResults = [one('passed', []), one('failed', ['Error: wrong\n    at x']), one('pending', [])];
  const path = written({ testResults: [{ name: '/any/where/src/core/a.test.ts', assertionResults }] });
  const name = 'src/core/a.test.ts › a title';
  expect(readReport('unit', path)).toEqual([
    { name, outcome: 'passed', why: '' },
    { name, outcome: 'failed', why: 'Error: wrong' },
    { name, outcome: 'skipped', why: '' },
  ]);
});

it('journeys are found in suites within suites, their messages without colours', () => {
  const spec = (status, ...results) => ({
    file: 'a.spec.ts',
    title: 'a title',
    tests: [{ status, results }],
  });
  const error = { message: '\u001b[31mError\u001b[39m: late\nmore' };
  const path = written({
    suites: [{ specs: [spec('expected', {})], suites: [{ specs: [spec('flaky', { error }, {})] }] }],
  });
  expect(readReport('browser', path)).toEqual([
    { name: 'a.spec.ts › a title', outcome: 'passed', why: '' },
    { name: 'a.spec.ts › a title', outcome: 'failed', why: 'Error: late' },
  ]);
});

it('a report that is missing or cut has no tests', () => {
  expect(readReport('unit', written('{"testResults"'))).toEqual([]);
  expect(readReport('browser', join(folder, 'nowhere.json'))).toEqual([]);
});
