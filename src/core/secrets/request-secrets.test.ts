import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFor, type ShortRequest } from '../../test/build-for-test.ts';
import { plantedSecrets, plantedValue } from '../../test/planted-secrets.ts';
import { type RequestSecret, requestSecrets } from './request-secrets.ts';

const found = (short: ShortRequest) =>
  requestSecrets(buildFor(short)).map(({ name, text, place }) => [place.kind, name, text]);
const password = { password: 'hunter2!' };

describe('the secrets of a request', () => {
  it.each<[string, ShortRequest, string[][]]>([
    [
      'a parameter',
      { data: 'a=%account[password]%&f=%media_content%', nodes: password },
      [['body', 'PASSWORD', 'hunter2!']],
    ],
    [
      'a parameter in the URL, as it is written there',
      { url: 'https://h/up/%account[password]%?to=%to%', nodes: password, params: { to: '1' } },
      [['target', 'PASSWORD', 'hunter2%21']],
    ],
    [
      'a hash of one',
      { data: 'h=%sha1(%account[password]%)%&f=%media_content%', nodes: password },
      [['body', 'SHA1_PASSWORD', '97716e46ea8b045b52147cc9c2d32566055c7660']],
    ],
    [
      'a header by its name',
      { headers: 'Authorization: Bearer abc\nX-Api-Key: k' },
      [
        ['header', 'AUTHORIZATION', 'abc'],
        ['header', 'API_KEY', 'k'],
      ],
    ],
    [
      'a cookie',
      { headers: 'Cookie: a=b; c=%to%', params: { to: '7' } },
      [
        ['header', 'A', 'b'],
        ['header', 'C', '7'],
      ],
    ],
    ['a query parameter by its name', { url: 'https://h/?token=a+b&to=c' }, [['target', 'TOKEN', 'a+b']]],
    [
      'a part by its name, in each of its segments',
      { data: 'token=x%to%&f=%media_content%', params: { to: 'y' } },
      [
        ['body', 'TOKEN', 'x'],
        ['body', 'TOKEN_2', 'y'],
      ],
    ],
    [
      'a value that stands once more where nothing says so',
      { headers: 'X-A: my hunter2! here', data: 'a=%account[password]%&f=%media_content%', nodes: password },
      [
        ['header', 'PASSWORD', 'hunter2!'],
        ['body', 'PASSWORD', 'hunter2!'],
      ],
    ],
    [
      'none that is sent as asterisks (TPL-6)',
      { url: 'http://h/', data: 'password=%account[password]%&f=%media_content%', nodes: password },
      [],
    ],
    ['not the boundary', { boundary: 'aZ9bY8cX7dW6eV5fU4gT3hS2iR1' }, []],
    ['none without a request', { url: '' }, []],
  ])('are these: %s', (_title, short, secrets) => expect(found(short)).toEqual(secrets));

  it('stand where they say', () => {
    const value = fc.string({ unit: fc.constantFrom(...'aZ09!$&=+%ěž"\' '), minLength: 6, maxLength: 20 });
    fc.assert(
      fc.property(value, value, (secret, other) => {
        const built = buildFor({
          url: `https://h/?to=%to%&key=%account[password]%`,
          headers: 'X-Token: %account[password]%\nX-To: %to%',
          data: 'a=%to%&password=%account[password]%&f=%media_content%',
          params: { 'account[password]': secret, to: other },
        });
        const secrets = requestSecrets(built);
        for (const one of secrets) expect(textAt(built, one)).toBe(one.text);
        if (secret.trim() !== '') expect(new Set(secrets.map(({ place }) => place.kind)).size).toBe(3);
      }),
    );
  });

  it.each(plantedSecrets)('are all of those planted that are sent: $title', ({
    plant,
    value = plantedValue,
  }) => {
    const built = buildFor({ xml: plant(value) });
    const { request } = built;
    if (request === null) return;
    const secrets = requestSecrets(built);
    const masked = (kind: string, index: number, text: string) =>
      secrets
        .filter(({ place }) => place.kind === kind && indexOf(place) === index)
        .toReversed()
        .reduce((all, { range }) => `${all.slice(0, range.start)}X${all.slice(range.end)}`, text);
    const texts = [
      masked('target', 0, request.target),
      ...request.headers.map((header, index) => masked('header', index, header.value)),
      ...request.body.map((one, index) =>
        one.kind === 'bytes' ? masked('body', index, Buffer.from(one.bytes).toString('latin1')) : '',
      ),
    ];
    expect(texts.join('\n')).not.toContain(value);
  });
});

function indexOf(place: RequestSecret['place']): number {
  return place.kind === 'target' ? 0 : place.kind === 'header' ? place.header : place.segment;
}

function textAt(
  { request }: ReturnType<typeof buildFor>,
  { place, range }: RequestSecret,
): string | undefined {
  switch (place.kind) {
    case 'target':
      return request?.target.slice(range.start, range.end);
    case 'header':
      return request?.headers[place.header]?.value.slice(range.start, range.end);
    case 'body': {
      const one = request?.body[place.segment];
      return one?.kind === 'bytes'
        ? Buffer.from(one.bytes.subarray(range.start, range.end)).toString('latin1')
        : undefined;
    }
  }
}
