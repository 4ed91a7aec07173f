import { expect, it } from 'vitest';
import { defaultAssumptions } from '../../core/assumptions.ts';
import { buildRequest } from '../../core/build-request.ts';
import { hostPieces } from './host-pieces.ts';

function piecesFor(url: string): readonly string[] | null {
  const xml = `<account><host>m.example</host><genericMediaUploadUrl>${url}</genericMediaUploadUrl></account>`;
  const media = { name: '', size: 0, declaredType: '', head: new Uint8Array() };
  const { request } = buildRequest({
    xml,
    parameters: {},
    media,
    assumptions: defaultAssumptions,
    boundary: 'b',
  });
  return request && (hostPieces(request)?.map(({ text }) => text) ?? null);
}

it.each([
  ['https://m.example/a', ['https://m.example']],
  ['https://%account[host]%:81/a', ['https://', 'm.example', ':81']],
  ['https://m.example?a', ['https://m.example']],
  // The scheme's own port is not sent.
  ['https://m.example:443/a', ['https://m.example']],
])('scheme and host come in the pieces of the template: %s', (url, pieces) => {
  expect(piecesFor(url)).toEqual(pieces);
});

it.each([
  'https://M.example/a',
  'https://user@m.example/',
])('there are none where the parser wrote the host otherwise: %s', (url) => {
  expect(piecesFor(url)).toBeNull();
});
