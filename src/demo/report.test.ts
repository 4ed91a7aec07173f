import { expect, it } from 'vitest';
import { isDemoReport } from './report.ts';

const report = {
  id: 'a',
  receivedAt: '',
  method: 'POST',
  target: '/',
  headers: [['Host', 'x']],
  bodyLength: 0,
  bodyKept: true,
  fields: [{ name: 'to', value: 'x', truncated: false }],
  files: [{ field: 'f', name: null, type: '', size: 1, sha256: '', bytesAre: null, media: null }],
  fault: null,
};

it('knows a report by its shape', () => expect(isDemoReport(report)).toBe(true));

it.each([
  null,
  'report',
  {},
  { ...report, headers: [['Host']] },
  { ...report, headers: { Host: 'x' } },
  { ...report, fields: [{ name: 'to', value: 'x' }] },
  { ...report, files: [{ ...report.files[0], size: '1' }] },
  { ...report, bodyLength: '0' },
  { ...report, fault: undefined },
])('takes %j for no report', (answer) => {
  expect(isDemoReport(answer)).toBe(false);
});
