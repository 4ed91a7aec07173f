import { expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { measuredTable } from './measured-table.ts';

it('has a cell for each server in each row, and marks the row of the present request', () => {
  const { servers, rows } = measuredTable(buildFor({ method: 'PUT', data: 'f=%media_content%' }));
  expect(servers).toHaveLength(26);
  expect(rows.every(({ cells }) => cells.length === servers.length)).toBe(true);
  expect(rows.filter(({ isPresent }) => isPresent).map(({ id }) => id)).toEqual(['put-bare']);
});

it('explains every letter of the table once', () => {
  const { rows, legend } = measuredTable(buildFor({}));
  const used = new Set(rows.flatMap(({ cells }) => cells.map(({ outcome }) => outcome)));
  const explained = legend.map(([letter]) => letter);
  expect(explained).toHaveLength(new Set(explained).size);
  expect(Array.from(used).filter((letter) => !explained.includes(letter))).toEqual([]);
});

it('marks every row that applies, those of names and values too', () => {
  const built = buildFor({ data: 'a.b=caf%E9&f=%media_content%', media: { name: '../x.jpg' } });
  const present = measuredTable(built).rows.filter(({ isPresent }) => isPresent);
  expect(present.map(({ id }) => id)).toEqual([
    'bare-names',
    'spaced-file-name',
    'path-file-name',
    'value-not-utf8',
    'part-name-dot',
  ]);
});
