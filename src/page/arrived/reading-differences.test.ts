import { expect, it } from 'vitest';
import packageFile from '../../../package.json' with { type: 'json' };
import type { ReadingOutcome } from '../../demo/readings.ts';
import { readingLimits } from '../../demo/readings.ts';
import type { DemoReport } from '../../demo/report.ts';
import { readInPage } from './page-reading.ts';
import { readingRow } from './reading-differences.ts';
import { pageParserVersion } from './use-readings.ts';

const file = {
  field: 'file',
  name: 'výlet.jpg',
  type: 'image/jpeg',
  size: 3,
  sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81',
};
const report: DemoReport = {
  id: 'a',
  receivedAt: '',
  method: 'POST',
  target: '/demo/upload',
  headers: [],
  bodyLength: 0,
  bodyKept: true,
  fields: [
    { name: 'to', value: '1', truncated: false },
    { name: 'to', value: '2', truncated: false },
  ],
  files: [{ ...file, bytesAre: null, media: null }],
  fault: null,
};
const fields = [
  { name: 'to', value: '1', length: 1 },
  { name: 'to', value: '2', length: 1 },
];
const read = (changes: Partial<Extract<ReadingOutcome, { kind: 'read' }>> = {}) =>
  ({ kind: 'read', fields, files: [file], more: 0, ...changes }) as const;

it('is the same where fields, files, names, types and bytes are', () => {
  expect(readingRow(report, read(), true)).toEqual({
    tone: 'same',
    summary: 'Reads the same: 2 fields, 1 file',
    details: [],
  });
  const long = 'x'.repeat(5000);
  const cut = { name: 'to', value: long.slice(0, readingLimits.text), length: 5000 };
  const own = { ...report, fields: [{ name: 'to', value: long, truncated: false }] };
  expect(readingRow(own, read({ fields: [cut] }), true).tone).toBe('same');
});

it.each([
  [read({ files: [] }), 'Loses the file: 2 fields, 0 files', ['The file “file” is missing.']],
  [
    read({ files: [{ ...file, name: 'vÃ½let.jpg' }] }),
    'Reads it differently: 2 fields, 1 file',
    ['The file “file” is called “vÃ½let.jpg”.'],
  ],
  [
    read({ files: [{ ...file, name: null, type: '' }] }),
    'Reads it differently: 2 fields, 1 file',
    ['The file “file” is called without a name.', 'The file “file” has the type “”.'],
  ],
  [
    read({ files: [{ ...file, sha256: 'b', size: 2 }] }),
    'Reads it differently: 2 fields, 1 file',
    ['The file “file” has other bytes (2 bytes).'],
  ],
  [
    read({ fields: fields.slice(1) }),
    'Reads it differently: 1 field, 1 file',
    ['The field “to” has another value: “2”.', 'The field “to” is missing.'],
  ],
  [
    read({
      fields: [...fields, { name: '', value: 'Content-Disposition: form-data\r\n', length: 99 }],
      files: [],
    }),
    'Loses the file: 3 fields, 0 files',
    [
      'A part with its headers is taken for the text of the field “”, 99 characters.',
      'The file “file” is missing.',
    ],
  ],
])('says what is different: %j', (outcome, summary, details) => {
  const row = readingRow(report, outcome, true);
  expect(row).toMatchObject({ tone: 'different', summary });
  expect([...row.details].sort()).toEqual([...details].sort());
});

it('quotes no value where one may be a password', () => {
  const other = read({ fields: [{ name: 'to', value: 'hunter2', length: 7 }, ...fields.slice(1)] });
  expect(readingRow(report, other, true).details.join()).toContain('hunter2');
  expect(readingRow(report, other, false).details.join()).not.toContain('hunter2');
});

it('lists no more differences than can be read', () => {
  const many = Array.from({ length: 100 }, (_, index) => ({ name: `x${index}`, value: '', length: 0 }));
  const { details } = readingRow(report, read({ fields: many }), true);
  expect(details.length).toBe(9);
  expect(details.at(-1)).toBe('… and 94 more differences');
});

it('says in the parser’s words why it refuses, and in ours why it was stopped', () => {
  expect(readingRow(report, { kind: 'refused', message: 'Malformed' }, true)).toEqual({
    tone: 'refused',
    summary: 'Refuses it',
    details: ['Malformed'],
  });
  expect(readingRow(report, { kind: 'stopped', why: 'time' }, true).summary).toMatch(/too long/);
});

const boundary = 'BoundaryOfTwentySevenOrMoreCharacters';
const type = `multipart/form-data; boundary="${boundary}"`;
const body = (gap = '') =>
  new TextEncoder().encode(
    `--${boundary}\r\nContent-Disposition: form-data; name=to\r\n\r\n1\r\n--${boundary}\r\n${gap}Content-Disposition: form-data; name="file"; filename="výlet.jpg"\r\nContent-Type: image/jpeg\r\n\r\nabc\r\n--${boundary}--\r\n`,
  ).buffer;

it('the parser in the page reads the same bytes', async () => {
  expect(await readInPage({ body: body(), type })).toMatchObject({
    kind: 'read',
    fields: [{ name: 'to', value: '1', length: 1 }],
    files: [{ field: 'file', name: 'výlet.jpg', type: 'image/jpeg', size: 3 }],
  });
  expect(await readInPage({ body: body().slice(0, -20), type })).toMatchObject({ kind: 'refused' });
  expect(await readInPage({ body: body(), type: 'text/plain' })).toMatchObject({ kind: 'refused' });
});

it('the version that is named is the one that is built in', () => {
  expect(packageFile.devDependencies['@remix-run/multipart-parser']).toBe(pageParserVersion);
});
