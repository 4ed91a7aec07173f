import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../core/account/edit-account.ts';
import { readAccount } from '../../core/account/read-account.ts';
import type { OwnServer } from '../state/own-server.ts';
import { type DemoChoice, demoChoices, normalChoice } from './demo-choices.ts';
import { differenceOf, giveBack, isLedAway, type Place, type Pointing, pointAt } from './point-account.ts';

const origin = 'http://127.0.0.1:4173';
const place: Place = { account: 1, locale: undefined };
const all = [normalChoice(origin), ...demoChoices(origin).flatMap(({ choices }) => choices)];

function choiceOf(name: string): DemoChoice {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}

type Changed = Extract<Pointing, { readonly kind: 'changed' }>;

function changed(pointing: Pointing): Changed {
  if (pointing.kind === 'refused') throw new Error(pointing.reason);
  return pointing;
}

const point = (name: string, text: string, aside: OwnServer | null = null, where = place) =>
  changed(pointAt(choiceOf(name).keys, text, where, aside, origin));

function aside({ own }: Changed): OwnServer {
  if (own === null) throw new Error('Nothing was put aside.');
  return own;
}

const value = (text: string, key: string, where = place) =>
  readAccount(text, where).account?.value(key)?.text;

const xml = `<account>\r
  <!-- mine --><genericMediaUploadUrl>https://m.example/up?to=%to%</genericMediaUploadUrl>\r
  <username>x</username>\r
</account>`;

describe('leading the Account XML to the demo server', () => {
  test('the URL alone changes, and by one edit', () => {
    const pointing = point('never', xml);
    const wanted = xml.replace('https://m.example/up?to=%to%', `${origin}/demo/upload?scenario=never`);
    expect(pointing).toMatchObject({ text: wanted, keys: ['genericMediaUploadUrl'], edits: { length: 1 } });
    expect(applyEdits(xml, pointing.edits)).toBe(wanted);
  });

  test.each(['digest', 'basic'])('one that asks for a login brings its credentials along: %s', (name) => {
    const { text, edits } = point(name, xml);
    expect(value(text, 'genericMediaUploadAuthUsername')).toBe('demo');
    expect(value(text, 'genericMediaUploadAuthPassword')).toBe('demo-password');
    expect(value(text, 'username')).toBe('x');
    expect(edits.length).toBe(1);
  });

  test('the credentials go with the scenario that brought them, and the URL of the person comes back', () => {
    const digest = point('digest', xml);
    const never = point('never', digest.text, aside(digest));
    expect(never.text).toBe(point('never', xml).text);
    expect(changed(giveBack(never.text, place, aside(never))).text).toBe(xml);
    const both = point('normal', digest.text, aside(digest));
    expect(both.text).toBe(xml.replace('https://m.example/up?to=%to%', `${origin}/demo/upload`));
  });

  test('a login of the person’s own comes back, too', () => {
    const mine = xml.replace(
      '<username>',
      '<genericMediaUploadAuthPassword><![CDATA[s&cret]]></genericMediaUploadAuthPassword><username>',
    );
    const digest = point('digest', mine);
    expect(value(digest.text, 'genericMediaUploadAuthPassword')).toBe('demo-password');
    expect(changed(giveBack(digest.text, place, aside(digest))).text).toBe(mine);
  });

  test('what was written on both sides meanwhile stays; by value then', () => {
    const never = point('digest', xml);
    const edited = never.text
      .replace('<!-- mine -->', '<!-- my own -->')
      .replace('</account>', '<title>t</title></account>');
    const back = changed(giveBack(edited, place, aside(never)));
    expect(value(back.text, 'genericMediaUploadUrl')).toBe('https://m.example/up?to=%to%');
    expect(value(back.text, 'genericMediaUploadAuthUsername')).toBeUndefined();
    expect(value(back.text, 'title')).toBe('t');
    expect(back.text).toContain('<!-- my own -->');
  });

  test('a URL that the person wrote meanwhile is the person’s own; tried options are not', () => {
    const reset = point('reset', xml);
    const tried = reset.text.replace(/at=\d+/, 'at=5');
    expect(isLedAway(tried, place, aside(reset), origin)).toBe(true);
    expect(changed(giveBack(tried, place, aside(reset))).text).toBe(xml);
    const other = reset.text.replace(/http:[^<]*/, 'https://other.example/');
    expect(isLedAway(other, place, aside(reset), origin)).toBe(false);
    const again = point('never', other, aside(reset));
    expect(aside(again).keys).toEqual([['genericMediaUploadUrl', 'https://other.example/']]);
  });

  test('choosing the same one again changes nothing', () => {
    const once = point('digest', xml);
    expect(point('digest', once.text, aside(once))).toMatchObject({ edits: [], keys: [] });
  });

  test.each([
    ['<other/>', /account/],
    ['', /no Account XML/],
  ])('%j is left as it is, with the reason', (text, reason) => {
    expect(pointAt(choiceOf('never').keys, text, place, null, origin)).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(reason),
    });
  });
});

const text = fc.string({
  unit: fc.constantFrom('a', '&amp;', '&#x2F;', ' ', '\n', '%to%', '/', '😀'),
  maxLength: 6,
});
const content = fc.oneof(
  { weight: 3, arbitrary: text },
  text.map((inner) => `<![CDATA[https://m.example/${inner}?a=1&b]]>`),
  text.map((inner) => `https://m.example/${inner}<!-- ${inner.replaceAll('-', '')} -->?a`),
  fc.tuple(text, text).map(([one, other]) => `<value lang="cs">${one}</value><value>${other}</value>`),
  text.map((one) => `<value lang="de">${one}</value>`),
);
const name = fc.constantFrom(
  'genericMediaUploadUrl',
  'genericMediaUploadUrl',
  'genericMediaUploadAuthUsername',
  'genericMediaUploadAuthPassword',
  'username',
  'genericMediaUploadCustomHeaders',
);
const node = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(name, content).map(([key, inner]) => `<${key}>${inner}</${key}>`) },
  name.map((key) => `<${key}/>`),
  name.map((key) => `<${key} priority="2">x</${key}>`),
);
const lineEnd = fc.constantFrom('\n', '\r\n', '');
const account = fc.tuple(fc.array(node, { maxLength: 5 }), lineEnd).map(([nodes, end]) => {
  const lines = nodes.map((one) => `${end === '' ? '' : `${end}  `}${one}`);
  return `<account>${lines.join('')}${end}</account>`;
});
const whole = fc.oneof(
  account,
  fc
    .array(account, { minLength: 1, maxLength: 3 })
    .map((accounts) => `<accounts>\n${accounts.join('\n')}\n</accounts>`),
);
/** As it is while it is typed: some of it is missing, anywhere. */
const halfTyped = fc.tuple(whole, fc.nat(400), fc.nat(12)).map(([all, at, length]) => {
  return all.slice(0, at) + all.slice(at + length);
});
const scenario = fc.constantFrom(...all);
const somewhere = fc.record({
  account: fc.constantFrom(1, 1, 1, 2),
  locale: fc.constantFrom(undefined, 'cs', 'fr'),
});

/** Every node of every account but those of the keys, as it reads. */
function rest(document: string, where: Place, keys: readonly string[]) {
  const { account: own, titles } = readAccount(document, where);
  const others = titles.map((_, index) => readAccount(document, { ...where, account: index + 1 }).account);
  return others.map((one) =>
    [...(one?.nodes.keys() ?? [])]
      .filter((key) => one?.element.range.start !== own?.element.range.start || !keys.includes(key))
      .map((key) => [key, one?.value(key)?.text]),
  );
}

test('in whatever document, one leads to the server and back, to the letter; the rest reads as before', () => {
  fc.assert(
    fc.property(
      fc.oneof(whole, halfTyped),
      scenario,
      scenario,
      somewhere,
      (document, first, second, where) => {
        const there = pointAt(first.keys, document, where, null, origin);
        if (there.kind === 'refused') return;
        for (const [key, wanted] of first.keys) expect(value(there.text, key, where)).toBe(wanted);
        const keys = first.keys.map(([key]) => key);
        expect(rest(there.text, where, keys)).toEqual(rest(document, where, keys));
        expect(applyEdits(document, there.edits)).toBe(there.text);
        expect(there.edits.length).toBeLessThanOrEqual(1);
        // Another one in its place is as if the first had never been.
        const next = pointAt(second.keys, there.text, where, there.own, origin);
        const directly = pointAt(second.keys, document, where, null, origin);
        expect(next).toMatchObject({ kind: directly.kind });
        if (next.kind === 'refused' || directly.kind === 'refused') return;
        expect(next.text).toBe(directly.text);
        expect(changed(giveBack(next.text, where, aside(next))).text).toBe(document);
      },
    ),
    { numRuns: 300 },
  );
});

test('after edits elsewhere the values come back, or nothing is changed', () => {
  fc.assert(
    fc.property(whole, scenario, somewhere, fc.nat(400), (document, choice, where, at) => {
      const there = pointAt(choice.keys, document, where, null, origin);
      if (there.kind === 'refused') return;
      const close = there.text.indexOf('<', at);
      const edited = `${there.text.slice(0, close)} <!-- x -->${there.text.slice(close)}`;
      const back = giveBack(edited, where, aside(there));
      if (back.kind === 'refused') return;
      const keys = choice.keys.map(([key]) => key);
      for (const key of keys)
        expect(value(back.text, key, where) ?? '').toBe(value(document, key, where) ?? '');
      expect(rest(back.text, where, keys)).toEqual(rest(edited, where, keys));
    }),
    { numRuns: 300 },
  );
});

test('the difference of two texts is one edit that makes one of the other, and none where they are equal', () => {
  const piece = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '😀'), maxLength: 12 });
  fc.assert(
    fc.property(piece, piece, (before, after) => {
      const edits = differenceOf(before, after);
      expect(edits.length).toBe(before === after ? 0 : 1);
      expect(applyEdits(before, edits)).toBe(after);
      for (const at of edits.flatMap(({ range }) => [range.start, range.end])) {
        expect(before.slice(at - 1, at + 1)).not.toMatch(/\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF]/);
      }
    }),
  );
});
