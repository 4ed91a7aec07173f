import { describe, expect, it } from 'vitest';
import { offer, offered, taken } from '../test/ask-for-test.ts';

const headers = (value: string) =>
  `<account><genericMediaUploadCustomHeaders>${value}</genericMediaUploadCustomHeaders></account>`;

describe('header lines', () => {
  it.each([
    ['|', 'X-Media-Size: %media_size%|'],
    ['X-M|', 'X-Media-Size: %media_size%|'],
    ['A: 1\n  X|', 'A: 1\n  X-Media-Size: %media_size%|'],
    ['A: 1\\nX|', 'A: 1\\nX-Media-Size: %media_size%|'],
    ['A: 1&#10;|', 'A: 1&#10;X-Media-Size: %media_size%|'],
    ['X|-Foo: 1', 'X-Media-Size|: 1'],
  ])('%j takes a common header in', (typed, expected) => {
    expect(taken(headers(typed), 'X-Media-Size')).toBe(headers(expected));
  });

  it('offer what a header usually says after its colon', () => {
    expect(taken(headers('x-media-size:|'), '%media_size%')).toBe(headers('x-media-size: %media_size%|'));
    expect(taken(headers('X-Media-Size:  |\nA: 1'), '%media_size%')).toBe(
      headers('X-Media-Size: %media_size%|\nA: 1'),
    );
  });

  it('list those that are there last, whatever their letter case', () => {
    expect(offered(headers('x-media-size: 1\n|')).at(-1)).toBe('X-Media-Size');
    expect(offer(headers('x-media-size: 1\n|'), 'X-Media-Size').detail).toBe('already here');
  });

  it('offer parameters inside of a value', () => {
    expect(offered(headers('X-A: %|'))).toContain('%media_size%');
    expect(offered(headers('X-A: abc|'))).toEqual([]);
  });
});
