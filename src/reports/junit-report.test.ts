import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownText, readXml } from '../core/xml/read-xml.ts';
import { anyReport } from '../test/generated-reports.ts';
import { attribute, junitFaults } from '../test/junit-rules.ts';
import { reportForTest, resultForTest } from '../test/report-for-test.ts';
import { junitReport } from './junit-report.ts';

const suitesOf = (xml: string) => readXml(xml).root?.children ?? [];
const casesOf = (xml: string) =>
  suitesOf(xml)
    .flatMap(({ children }) => children)
    .filter(({ name }) => name === 'testcase');
const troublesOf = (xml: string) =>
  casesOf(xml).map(({ children }) => children.find(({ name }) => name !== 'system-out')?.name ?? 'passed');

test('has a suite a file and a case a scenario, with the exchange in its output', () => {
  const xml = junitReport([reportForTest(), reportForTest({ file: 'other.xml' })]);
  expect(junitFaults(xml)).toEqual([]);
  expect(suitesOf(xml).map((suite) => attribute(suite, 'name'))).toEqual(['riverside.xml', 'other.xml']);
  expect(troublesOf(xml).slice(0, 7)).toEqual([
    'passed',
    'passed',
    'failure',
    'passed',
    'passed',
    'skipped',
    'skipped',
  ]);
  const [, , failed] = casesOf(xml);
  const [failure, out] = failed?.children ?? [];
  expect(failed && attribute(failed, 'name')).toBe('size-2100k: 2.1 MB');
  expect(failure && attribute(failure, 'type')).toBe('RES-7');
  const lines = out ? ownText(xml, out).text.split('\n') : [];
  expect(lines).toContain('POST https://media.riverside.example/v1/upload?from=4201&to=%2B420777123456');
  expect(lines).toContain('HTTP/1.1 413 Request Entity Too Large');
  expect(lines).toContain('Upload failed. The user sees the app’s generic error.');
});

test('what a server that went away could not be asked is an error, and what a person stopped is skipped', () => {
  const results = [resultForTest('photo', 'passed'), resultForTest('clip', 'not-run')];
  const troubles = (['unreachable', 'gone', 'limit', 'cancelled', 'finished'] as const).map((end) =>
    troublesOf(junitReport([reportForTest({ end, results })])),
  );
  expect(troubles.map(([, clip]) => clip)).toEqual(['error', 'error', 'error', 'skipped', 'skipped']);
});

test('is never empty: a check without a scenario is one case that did not pass', () => {
  const xml = junitReport([reportForTest({ end: 'unreachable', results: [] })]);
  expect(junitFaults(xml)).toEqual([]);
  expect(troublesOf(xml)).toEqual(['error']);
  expect(xml).toContain('message="The server can’t be reached."');
});

test('holds to the schema whatever a report holds', () => {
  fc.assert(
    fc.property(fc.array(anyReport, { minLength: 1, maxLength: 2 }), (reports) => {
      expect(junitFaults(junitReport(reports))).toEqual([]);
    }),
  );
});
