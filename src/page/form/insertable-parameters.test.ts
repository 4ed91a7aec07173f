import { describe, expect, it } from 'vitest';
import { insertableParameters, withInserted } from './insertable-parameters.ts';

const all = (withMedia: boolean) =>
  insertableParameters(['username'], withMedia).flatMap(({ items }) => items);

describe('parameters to put in', () => {
  it('offer the media in a part’s value only', () => {
    expect(all(true).map(({ before }) => before)).toContain('%media_content%');
    expect(all(false).map(({ before }) => before)).not.toContain('%media_content%');
  });

  it('offer the nodes of this document', () => {
    expect(all(false).map(({ parameter }) => parameter)).toContain('account[username]');
    expect(insertableParameters([], false).map(({ title }) => title)).not.toContain('Account');
  });

  it('take the place of what is selected, or go around it', () => {
    const [to] = all(false);
    const sha1 = all(false).find(({ parameter }) => parameter === null);
    if (!to || !sha1) throw new Error('both are offered');
    expect(withInserted('a=xyz', to, 2, 4)).toEqual({ text: 'a=%to%z', start: 6, end: 6 });
    expect(withInserted('a=xyz', sha1, 2, 4)).toEqual({ text: 'a=%sha1(xy)%z', start: 8, end: 10 });
  });
});
