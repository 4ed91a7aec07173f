import { expect, it } from 'vitest';
import { buildFor, type ShortRequest } from '../test/build-for-test.ts';
import { rowsFor } from './table-rows.ts';

const quoted = { 'part-names': 'quoted' } as const;

it.each<[string, ShortRequest]>([
  ['bare-names', {}],
  ['quoted-names', { assume: quoted }],
  ['quoted-names', { data: 'a:b=1' }],
  ['bare-names', { data: 'a:b=1&c=%media_content%' }],
  ['put-bare', { method: 'PUT' }],
  ['put-quoted', { method: 'PUT', assume: quoted }],
  ['blank-line', { assume: { 'file-part-blank-line': 'literal' } }],
  ['spaced-file-name', { media: { name: 'my video.mp4' } }],
  ['quoted-names', { media: { name: 'my video.mp4' }, assume: quoted }],
  ['utf8-file-name', { media: { name: 'západ.jpg' } }],
  ['quote', { media: { name: 'a"b.jpg' } }],
  ['quote-and-backslash', { media: { name: 'a"\\b.jpg' } }],
  ['empty-file', { media: { size: 0 } }],
  ['ten-mebibytes', { media: { size: 10 * 1024 * 1024 } }],
  ['empty-value', { data: 'a=&f=%media_content%' }],
  ['part-name-brackets', { data: 'a[b]=1' }],
  ['value-not-utf8', { data: 'a=caf%E9' }],
  ['apostrophe-file-name', { media: { name: "it's.jpg" } }],
  ['boundary-in-value', { data: 'a=xBx&f=%media_content%' }],
])('%s is the row of %j', (row, short) => {
  expect(rowsFor(buildFor(short))[0]).toBe(row);
});

it('the way names are written is the last row of all', () => {
  const built = buildFor({ method: 'PUT', media: { name: 'á"', size: 0 } });
  expect(rowsFor(built)).toEqual(['quote', 'utf8-file-name', 'empty-file', 'put-bare', 'spaced-file-name']);
});

it('there is no row without a request', () => {
  expect(rowsFor(buildFor({ xml: '<account/>' }))).toEqual([]);
});
