import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { blankXml } from '../state/secrets/without-secrets.ts';
import { changeSession, haveSameInputs, newSession, type SessionAction } from '../state/session.ts';
import { describeAge } from '../storage/age.ts';
import { draftOf, isWorthKeeping, readDraft } from './draft.ts';

const first = newSession({ xml: '<account/>', parameters: { to: '1' } }, 'b');
const changedBy = (...actions: SessionAction[]) => actions.reduce(changeSession, first);
const stored = (content: unknown) => JSON.parse(JSON.stringify(content));
const url = (to: string) => `<genericMediaUploadUrl>${to}</genericMediaUploadUrl>`;

describe('a draft', () => {
  it('brings back what was put in, with what it is, and without the file', () => {
    const session = changedBy(
      {
        type: 'open',
        xml: `<account>${url('https://m.example/up')}</account>`,
        file: { name: 'a.xml', encoding: null },
      },
      { type: 'parameter', name: 'to', value: 'ž' },
      { type: 'assumption', id: 'url-encoding', option: 'form' },
      { type: 'file', name: 'mine.jpg' },
    );
    const draft = readDraft(stored(draftOf(session, false)), first);
    expect(draft).toMatchObject({
      name: 'a.xml',
      provider: 'm.example',
      lacksSecrets: false,
      lostFile: 'mine.jpg',
    });
    const { session: restored } = draft ?? { session: first };
    expect(restored).toEqual({ ...session, chosenFile: null, changeovers: [], document: restored.document });
    expect(restored.document).toMatchObject({ name: 'a.xml', savedXml: session.xml });
  });

  it('has passwords only where the person says so, and then is not what was saved', () => {
    const xml = `<account><password>s3cret</password>${url('https://u:pw@m.example/?token=t0k&amp;to=%to%')}</account>`;
    const session = changedBy(
      { type: 'open', xml, file: { name: 'a.xml', encoding: null } },
      { type: 'parameter', name: 'account[password]', value: 's3cret' },
      {
        type: 'aside',
        aside: [
          {
            ...{ account: 1, locale: '', url: 'http://demo', start: 3, fromEnd: 3, ownSample: null },
            keys: [
              ['genericMediaUploadUrl', 'https://m.example/?apikey=k3y'],
              ['genericMediaUploadAuthPassword', 'n0ne'],
            ],
            was: 'ret>n0ne',
            is: 'x',
          },
        ],
      },
    );
    const kept = JSON.stringify(draftOf(session, false));
    expect(kept).not.toMatch(/s3cret|pw@|t0k|k3y|n0ne/);
    const draft = readDraft(stored(draftOf(session, false)), first);
    expect(draft).toMatchObject({ lacksSecrets: true, session: { document: { savedXml: null } } });
    expect(draft?.session.xml).toBe(
      `<account><password></password>${url('https://@m.example/?token=&amp;to=%to%')}</account>`,
    );
    const whole = readDraft(stored(draftOf(session, true)), first);
    expect(whole).toMatchObject({
      lacksSecrets: false,
      session: { xml, document: { ...session.document, id: 0 } },
    });
  });

  it.each([
    null,
    5,
    'x',
    {},
    { version: 1 },
    { version: 1, session: { xml: 5 } },
    { version: 2, session: { xml: '<a/>' } },
  ])('of another version, or of no shape, is none: %j', (content) =>
    expect(readDraft(content, first)).toBeNull());

  it('takes what it can of an older one', () => {
    expect(
      readDraft({ version: 0, session: { xml: '<a/>', assumptions: 7 }, provider: 7 }, first),
    ).toMatchObject({
      session: { xml: '<a/>', boundary: 'b' },
      name: null,
      provider: '',
    });
  });

  it('is worth keeping once anything but the boundary and the view was changed, and no more once it is back', () => {
    expect(
      isWorthKeeping(changedBy({ type: 'boundary', boundary: 'c' }, { type: 'view', view: 'form' }), first),
    ).toBe(false);
    for (const action of [
      { type: 'xml', xml: '' },
      { type: 'parameter', name: 'x', value: '' },
      { type: 'assumption', id: 'url-encoding', option: 'form' },
      { type: 'locale', locale: 'cs' },
      { type: 'sample', sample: 'clip' },
    ] as const) {
      expect(isWorthKeeping(changedBy(action), first)).toBe(true);
      expect(isWorthKeeping(changeSession(changedBy(action), { type: 'back', session: first }), first)).toBe(
        false,
      );
      expect(haveSameInputs(changedBy(action), first)).toBe(false);
    }
  });
});

describe('secrets in a text', () => {
  it.each([
    ['<a>password=%account[password]%&amp;to=%to%</a>', '<a>password=%account[password]%&amp;to=%to%</a>'],
    ['<a>\n  password=hunter2&amp;\n  to=1</a>', '<a>\n  password=&amp;\n  to=1</a>'],
    [
      '<h>\n  Authorization: Bearer abc.def\n  X-Api-Key: k\n</h>',
      '<h>\n  Authorization: Bearer \n  X-Api-Key: \n</h>',
    ],
    ['<h>Authorization: Bearer %account[token]%</h>', '<h>Authorization: Bearer %account[token]%</h>'],
    [
      '<apiToken><value lang="cs">a</value><value>b</value></apiToken>',
      '<apiToken><value lang="cs"></value><value></value></apiToken>',
    ],
    ['<password>half', '<password>'],
    ['<account><title>a:b@c</title></account>', '<account><title>a:b@c</title></account>'],
  ])('are left out of %j', (xml, blank) => expect(blankXml(xml)).toBe(blank));

  test('however the element is written, the password is gone', () => {
    const around = fc.string({
      unit: fc.constantFrom('<', '>', '/', 'a', ' ', '&amp;', '<b>', '</b>', '\n'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        around,
        around,
        fc.constantFrom('password', 'sipPassword', 'accessToken'),
        (before, behind, name) => {
          const xml = `<account>${before}\n<${name}>Tr0ub4dor</${name}>${behind}`;
          // A tag that is being typed before it can take it in as an attribute.
          if (/<[^>]*$/.test(before)) return;
          expect(blankXml(xml)).not.toContain('Tr0ub4dor');
        },
      ),
    );
  });

  it('take no longer than they are long to be found', () => {
    for (const part of ['token', 'a', '://a', '://', ' ', '\n ', 'password', 'Authorization:', '=']) {
      const xml = `<a>${part.repeat(Math.floor(300_000 / part.length))}</a>`;
      const began = performance.now();
      blankXml(xml);
      expect(performance.now() - began, part).toBeLessThan(1500);
    }
  });
});

test.each([
  [-5, 'just now'],
  [59_000, 'just now'],
  [61_000, '1 minute ago'],
  [3_599_000, '59 minutes ago'],
  [7_300_000, '2 hours ago'],
  [86_400_000, 'yesterday'],
  [3 * 86_400_000, '3 days ago'],
])('an age of %d ms is %s', (age, words) => expect(describeAge(age)).toBe(words));
