import { describe, expect, it } from 'vitest';
import { asSetUp, namedRequest } from '../../../bisect/compared-requests.ts';
import { defaultAssumptions, withAssumptions } from '../../../core/assumptions.ts';
import { buildRequest } from '../../../core/build-request.ts';
import { mediaOf } from '../../../server-check/media/made-media.ts';
import { accountFor } from '../../../test/check-for-test.ts';
import { assumptionSides } from './assumption-sides.ts';

describe('the sides of a comparison of assumptions', () => {
  it('are those that touch the request, without what is chosen', () => {
    const chosen = withAssumptions({ 'part-names': 'quoted' });
    expect(assumptionSides([{ id: 'part-names' }, { id: 'url-encoding' }], chosen)).toEqual([
      { name: 'url-encoding=form', title: 'URL encoding: are percent-encoded, a space in the query is +' },
      { name: 'url-encoding=none', title: 'URL encoding: are put in as they are' },
      { name: 'part-names=as-needed', title: 'Quoting: are quoted only where they must be' },
    ]);
    expect(assumptionSides([], chosen)).toEqual([]);
  });

  it('name requests that are other than the one that is set up', () => {
    const inputs = {
      xml: accountFor('https://media.example/up?about=%description%', 'say+to=%to%&file=%media_content%'),
      parameters: { to: '+1 555 0100', description: 'Two words' },
      media: mediaOf({ kind: 'jpeg', size: 4096 }, 'photo.jpg'),
      assumptions: defaultAssumptions,
      boundary: 'Boundary-0123456789abcdef0123456789abcdef',
    };
    const session = { inputs, built: buildRequest(inputs) };
    const bytesOf = (name: string) => {
      const named = namedRequest(name, session);
      return named.kind === 'request' ? JSON.stringify(named.request.plan) : named.text;
    };
    const names = assumptionSides(session.built.touched, defaultAssumptions).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['url-encoding=form', 'part-names=quoted']));
    expect(new Set([asSetUp, ...names].map(bytesOf)).size).toBe(names.length + 1);
  });
});
