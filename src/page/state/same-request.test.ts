import { describe, expect, it } from 'vitest';
import { buildFor, type ShortRequest } from '../../test/build-for-test.ts';
import { isSameRequest } from './same-request.ts';

const short: ShortRequest = {
  url: 'https://m.example/u?to=%to%',
  data: 'd=%description%&f=%media_content%',
  headers: 'X-A: %to%',
  params: { to: '1', description: 'x' },
};
const planOf = (changes: ShortRequest = {}) => buildFor({ ...short, ...changes }).plan ?? never();

function never(): never {
  throw new Error('no plan');
}

describe('a request', () => {
  it('is the same where it is built anew from the same, or from what makes no difference', () => {
    expect(isSameRequest(planOf(), planOf())).toBe(true);
    expect(isSameRequest(planOf(), planOf({ extra: '<title>another</title>' }))).toBe(true);
  });

  it.each<ShortRequest>([
    { method: 'put' },
    { url: 'http://m.example/u?to=%to%' },
    { params: { to: '2', description: 'x' } },
    { params: { to: '1', description: 'y' } },
    { boundary: 'C' },
    { data: 'f=%media_content%' },
    { data: 'd=%description%&f=x' },
    { media: { size: 10 } },
    { media: { name: 'b.jpg' } },
  ])('is another one with %j', (changes) => {
    expect(isSameRequest(planOf(), planOf(changes))).toBe(false);
  });

  it('is another one where there is none any more', () => {
    expect(isSameRequest(planOf(), null)).toBe(false);
  });
});
