import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import schema from '../../docs/schemas/check-report.json' with { type: 'json' };
import { scenarioGroups } from '../server-check/scenario.ts';
import { anyReport } from '../test/generated-reports.ts';
import { reportForTest } from '../test/report-for-test.ts';
import { jsonReport } from './json-report.ts';

const validate = new Ajv2020({ allErrors: true }).compile(schema);

function faultsOf(json: string): readonly string[] {
  validate(JSON.parse(json));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test('is the report as it is, and holds to its schema', () => {
  const report = reportForTest();
  expect(JSON.parse(jsonReport(report))).toEqual(report);
  expect(faultsOf(jsonReport(report))).toEqual([]);
});

test('any report holds to the schema, and none writes what steers a terminal', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const json = jsonReport(report);
      expect(faultsOf(json)).toEqual([]);
      expect(json).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
      expect(JSON.parse(json)).toEqual(report);
    }),
  );
});

test('the schema refuses what is missing, and what it does not know', () => {
  const { end, ...rest } = reportForTest();
  expect(end).toBe('finished');
  expect(faultsOf(JSON.stringify(rest))).toEqual([" must have required property 'end'"]);
  expect(faultsOf(JSON.stringify({ ...reportForTest(), password: 'x' }))).toHaveLength(1);
  expect(faultsOf(JSON.stringify({ ...reportForTest(), version: 2 }))).toHaveLength(1);
});

test('the schema knows every group of scenarios', () => {
  expect(schema.$defs.result.properties.group.enum).toEqual(Object.keys(scenarioGroups));
});
