import { expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { measuredTable } from './measured-table.ts';

it('has a cell for each server in each row, and marks the row of the present request', () => {
  const { servers, rows } = measuredTable(buildFor({ method: 'PUT', data: 'f=%media_content%' }), '');
  expect(servers).toHaveLength(26);
  expect(rows.every(({ cells }) => cells.length === servers.length)).toBe(true);
  expect(rows.filter(({ isPresent }) => isPresent).map(({ id }) => id)).toEqual(['put-bare']);
});

it('says of each cell whether it is right, and if not in a word what is wrong', () => {
  const { rows } = measuredTable(buildFor({}), '');
  const cells = rows.flatMap((row) => row.cells);
  for (const { sign, word, meaning } of cells) {
    expect(word === '').toBe(sign === '✓');
    expect(meaning).toMatch(/\w/);
  }
  const blank = rows.find(({ id }) => id === 'blank-line');
  expect(blank?.cells.find(({ server }) => server === 'django')).toMatchObject({
    sign: '✗',
    word: 'no file',
  });
});

it('puts the person’s own server first, with its own cells', () => {
  const { servers, rows } = measuredTable(buildFor({}), 'django');
  expect(servers[0]?.id).toBe('django');
  expect(servers).toHaveLength(26);
  for (const { cells } of rows)
    expect(cells.map(({ server }) => server)).toEqual(servers.map(({ id }) => id));
  expect(rows.find(({ id }) => id === 'blank-line')?.cells[0]).toMatchObject({ word: 'no file' });
});

it('marks every row that applies, those of names and values too', () => {
  const built = buildFor({ data: 'a.b=caf%E9&f=%media_content%', media: { name: '../x.jpg' } });
  const present = measuredTable(built, '').rows.filter(({ isPresent }) => isPresent);
  expect(present.map(({ id }) => id)).toEqual([
    'bare-names',
    'spaced-file-name',
    'path-file-name',
    'value-not-utf8',
    'part-name-dot',
  ]);
});
