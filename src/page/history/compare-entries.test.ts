import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFor, type ShortRequest } from '../../test/build-for-test.ts';
import { type Compared, type ComparedSection, compareEntries, countDifferences } from './compare-entries.ts';
import { requestRecord } from './request-record.ts';

const answer: NonNullable<Compared['answer']> = {
  reply: {
    httpVersion: '1.1',
    status: 200,
    statusText: 'OK',
    headers: [
      ['Content-Type', 'application/xml'],
      ['Date', 'today'],
    ],
    moreHeaders: 0,
    body: { text: '<response>\n<media_url>http://a/1</media_url>\n</response>', more: 0 },
    bodyBytes: 53,
  },
  verdict: {
    success: true,
    shown: null,
    generic: false,
    mediaUrl: { text: 'http://a/1', more: 0 },
    path: '/response/media_url',
    reasons: [{ rule: 'RES-5', tone: 'pass', text: 'There is a media_url.' }],
    caveats: [],
  },
  failure: null,
  timing: { phases: [{ name: 'Connecting', ms: 1 }], total: 10 },
};

function compared(short: ShortRequest, rest: Partial<Compared> = {}): Compared {
  const { plan, xml } = buildFor(short);
  if (plan === null) throw new Error('No request.');
  return {
    request: requestRecord(plan, null),
    answer,
    configuration: [['Account XML', xml]],
    blanks: [],
    ...rest,
  };
}

const differing = (sections: readonly ComparedSection[]) =>
  sections.flatMap(({ title, items }) =>
    items.filter((item) => item.differs).map(({ what, left, right }) => [title, what, left, right]),
  );
const data = 'to=%to%&text=%description%&file=%media_content%';

describe('comparing two uploads', () => {
  it('tells a header and a part that changed, by their names', () => {
    const one = compared({ data, headers: 'X-Tenant: a', params: { description: 'Hello you' } });
    const other = compared({ data, headers: 'X-Tenant: b', params: { description: 'Hello them' } });
    const found = differing(compareEntries(one, other));
    expect(found).toContainEqual(['Request head', 'Header X-Tenant', 'a', 'b']);
    expect(found).toContainEqual(['Parts', 'Part text', 'Hello you', 'Hello them']);
    expect(found.map(([title]) => title)).toEqual(['Request head', 'Request head', 'Parts', 'Configuration']);
  });

  it('leaves the boundary out, and says so', () => {
    const one = compared({ boundary: 'one' });
    const other = compared({ boundary: 'two' });
    const sections = compareEntries(one, other);
    expect(differing(sections)).toEqual([]);
    const notes = sections.flatMap((section) => section.notes);
    expect(notes).toContainEqual(expect.stringMatching(/^The boundary differs/));
  });

  it('tells another order, and names that differ in case only', () => {
    const one = compared({ headers: 'X-A: 1\nX-B: 2' });
    const other = compared({ headers: 'X-B: 2\nx-a: 1' });
    expect(differing(compareEntries(one, other)).filter(([title]) => title === 'Request head')).toEqual([
      ['Request head', 'Header X-A, x-a', 'X-A: 1', 'x-a: 1'],
      expect.arrayContaining(['Order of headers']),
    ]);
  });

  it('compares repeated names in their order', () => {
    const one = compared({ data: 'a=1&a=2&file=%media_content%' });
    const other = compared({ data: 'a=1&a=3&a=4&file=%media_content%' });
    expect(differing(compareEntries(one, other)).filter(([title]) => title === 'Parts')).toEqual([
      ['Parts', 'Part a', '2', '3'],
      ['Parts', 'Part a', null, '4'],
    ]);
  });

  it('says where the content of the media is not known, and tells another by its hash', () => {
    const unknown = compareEntries(compared({}), compared({}));
    expect(unknown.find(({ title }) => title === 'Media')?.notes).toEqual([
      'The content of the media was not compared: its hash is not known.',
    ]);
    const hashed = (value: string) => {
      const plain = compared({});
      const media = plain.request.media && {
        ...plain.request.media,
        hash: { kind: 'sha256' as const, value },
      };
      return { ...plain, request: { ...plain.request, media } };
    };
    expect(differing(compareEntries(hashed('aa'), hashed('bb')))).toEqual([['Media', 'SHA-256', 'aa', 'bb']]);
  });

  it('says that a masked password was not compared', () => {
    const one = compared({ headers: 'X-Key: {KEY}' }, { blanks: ['{KEY}'] });
    const [head] = compareEntries(one, one).filter(({ title }) => title === 'Request head');
    expect(head?.items.find(({ what }) => what === 'Header X-Key')?.note).toBe(
      'A password in it is masked and was not compared.',
    );
  });

  it('says that the present request was not sent, instead of comparing what there is not', () => {
    const sections = compareEntries(compared({}), compared({}, { answer: null }));
    expect(sections.map(({ title }) => title)).toEqual([
      'Outcome',
      'Request head',
      'Parts',
      'Media',
      'Configuration',
    ]);
    expect(sections[0]?.notes).toEqual([expect.stringMatching(/has not been sent/)]);
  });

  it('counts what differs, and not the timing', () => {
    const slow = { ...answer, timing: { phases: [{ name: 'Connecting', ms: 9 }], total: 90 } };
    const sections = compareEntries(compared({}), compared({}, { answer: slow }));
    expect(countDifferences(sections)).toBe(0);
    expect(differing(sections).map(([title]) => title)).toEqual(['Timing', 'Timing']);
  });
});

const name = fc.constantFrom('a', 'A', 'b', 'to', 'x y');
const text = fc.constantFrom('', '1', 'one two', 'one\ntwo', 'two\none', '{KEY}');
const pairs = fc.array(fc.tuple(name, text), { maxLength: 5 });
const cut = fc.record({ text, more: fc.nat(1) });
const any: fc.Arbitrary<Compared> = fc.record({
  request: fc.record({
    method: fc.constantFrom('POST', 'PUT'),
    url: text,
    headers: pairs,
    moreHeaders: fc.nat(1),
    parts: fc.array(fc.record({ name, isFile: fc.boolean(), value: cut, bytes: fc.nat(3) }), {
      maxLength: 5,
    }),
    moreParts: fc.nat(1),
    boundary: fc.constantFrom('', 'one', 'two'),
    bodyLength: fc.nat(3),
    media: fc.option(
      fc.record({
        name: text,
        type: text,
        size: fc.nat(2),
        hash: fc.option(fc.record({ kind: fc.constantFrom('sha256', 'blocks'), value: text })),
      }),
    ),
  }),
  answer: fc.option(
    fc.record({
      reply: fc.option(
        fc.record({
          httpVersion: fc.constant('1.1'),
          status: fc.constantFrom(200, 402),
          statusText: text,
          headers: pairs,
          moreHeaders: fc.nat(1),
          body: fc.option(cut),
          bodyBytes: fc.nat(2),
        }),
      ),
      verdict: fc.option(
        fc.record({
          success: fc.boolean(),
          shown: fc.option(cut),
          generic: fc.boolean(),
          mediaUrl: fc.option(cut),
          path: fc.option(text),
          reasons: fc.array(
            fc.record({ rule: name, tone: fc.constantFrom('pass', 'fail', 'advice'), text }),
            {
              maxLength: 2,
            },
          ),
          caveats: fc.array(text, { maxLength: 2 }),
        }),
      ),
      failure: fc.option(fc.record({ code: name, title: text, detail: text })),
      timing: fc.record({
        phases: fc.array(fc.record({ name, ms: fc.nat(2) }), { maxLength: 2 }),
        total: fc.nat(2),
      }),
    }),
  ),
  configuration: pairs,
  blanks: fc.constantFrom([], ['{KEY}']),
});

describe('any two uploads', () => {
  it('are the same where they are one', () => {
    fc.assert(
      fc.property(any, (one) => {
        expect(differing(compareEntries(one, structuredClone(one)))).toEqual([]);
      }),
    );
  });

  it('differ in the same the other way round', () => {
    const flat = (sections: readonly ComparedSection[]) =>
      sections.map(({ title, items, notes }) => ({
        title,
        notes,
        items: items.map((item) => JSON.stringify(item)).toSorted(),
      }));
    const mirrored = (sections: readonly ComparedSection[]) =>
      sections.map((section) => ({
        ...section,
        items: section.items.map(({ what, left, right, differs, lines, note }) => ({
          what,
          left: right,
          right: left,
          differs,
          lines: lines.map((line) =>
            line.kind === 'line' ? { kind: line.kind, left: line.right, right: line.left } : line,
          ),
          note,
        })),
      }));
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(flat(mirrored(compareEntries(other, one)))).toEqual(flat(compareEntries(one, other)));
      }),
    );
  });

  it('differ where and only where a text does', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        for (const { items } of compareEntries(one, other)) {
          for (const { left, right, differs, lines } of items) {
            expect(differs).toBe(left !== right);
            expect(lines.length > 0).toBe(differs && (left ?? '') !== (right ?? ''));
          }
        }
      }),
    );
  });
});
