import { describe, expect, it } from 'vitest';
import { buildFor, withFix } from '../../test/build-for-test.ts';
import { callActionNames } from './rewriting-names.ts';

const append = '<action type="append" param="9"/>';
const rule = (conditions: string, actions = append) =>
  `<rule><conditions>${conditions}</conditions><actions>${actions}</actions></rule>`;

function check(extra: string) {
  const built = buildFor({ extra });
  const fixed = withFix(
    built.xml,
    built.diagnostics.find(({ fix }) => fix),
  );
  return {
    found: built.found,
    message: built.diagnostics[0]?.message ?? '',
    /** What is found in the document with the fix. */
    left: fixed === undefined ? undefined : buildFor({ xml: fixed }).found,
    fixed: fixed?.slice(fixed.indexOf(extra.slice(0, 5)), -'</account>'.length),
  };
}

const inRewriting = (rules: string) => check(`<rewriting>${rules}</rewriting>`);

describe('an unknown condition or action (REW-5)', () => {
  it.each([
    [rule('<condition type="startWith" param="0"/>'), 'startsWith'],
    [rule('<condition type="beginsWith" param="0"/>'), undefined],
    [rule('<condition type="Numeric"/>'), 'numeric'],
    [rule('<condition type="moon"/>'), undefined],
    [rule('<condition type="SSID"/>'), 'ssid'],
    [rule('', '<action type="apend" param="9"/>'), 'append'],
    [rule('', '<action type="Replace" param="9"/>'), 'replace'],
    [rule('', '<action type="callThru"/>'), undefined],
    [rule('', '<action type="callthrough"/>'), 'callThrough'],
    [rule('', '<action type="moon"/>'), undefined],
    [rule('', '<action type=""/>'), undefined],
    [rule('', '<action/>'), undefined],
  ])('%s is a warning at its place, and means %s', (written, meant) => {
    const place = /<(?:condition|action)(?: [^>]*)?\/>/.exec(written)?.[0];
    const { found, message, left, fixed } = inRewriting(written);
    expect(found).toEqual([`warning REW-5 ${place}`]);
    if (meant === undefined) {
      expect(left).toBeUndefined();
      return;
    }
    expect(message).toContain(`Did you mean ${meant}?`);
    expect(fixed).toContain(`type="${meant}"`);
    expect(left?.filter((one) => one.includes('REW-5'))).toEqual([]);
  });

  it.each(callActionNames)('the action %s is about calls: nothing is said of it', (type) => {
    expect(inRewriting(rule('', `<action type="${type}"/>`)).found).toEqual([]);
  });

  it.each(['ssid', 'networkType'])('the condition %s is known, and unknown here (REW-2)', (type) => {
    const condition = `<condition type="${type}" param="x"/>`;
    expect(inRewriting(rule(condition))).toMatchObject({ found: [`warning REW-2 ${condition}`] });
  });

  it.each([
    [rule('<conditon type="numeric"/>'), 'conditon'],
    [rule('', '<acton type="continue"/>'), 'acton'],
    [`<rule><action-s>${append}</action-s></rule>`, 'action-s'],
    [
      `<rule><condition><condition type="numeric"/></condition><actions>${append}</actions></rule>`,
      undefined,
    ],
  ])('so is an element in %s', (written, name) => {
    const { found, left } = inRewriting(written);
    expect(found).toEqual([`warning REW-5 ${name ?? '<condition>'}`]);
    if (name) expect(left).toEqual([]);
  });
});

describe('a rule that does not stand directly in <rewriting> (REW-5)', () => {
  const one = rule('<condition type="numeric"/>');

  it('in something around all rules, whose tags the fix takes away', () => {
    const { found, left, fixed } = inRewriting(`<rules>${one}</rules>`);
    expect([found, left]).toEqual([['warning REW-5 <rule>'], []]);
    expect(fixed).toBe(`<rewriting>${one}</rewriting>`);
  });

  it.each([
    [`<rewriting><group name="x">${one}</group></rewriting>`],
    [`<rewriting><group><a/>${one}</group></rewriting>`],
    [`<rewriting>${one.replace('</rule>', `${one}</rule>`)}</rewriting>`],
    [`<rewriting>${one.replace(append, `${append}${one}`)}</rewriting>`],
    [one],
  ])('in %s, where no fix is certain', (extra) => {
    expect(check(extra)).toMatchObject({ found: ['warning REW-5 <rule>'], left: undefined });
  });

  it.each(['Rewriting', 'rewritting', 'rules'])('in <%s>, which is renamed', (name) => {
    const { found, left } = check(`<${name}>${one}</${name}>`);
    expect([found, left]).toEqual([['warning REW-5 <rule>'], []]);
  });

  it('nor is a misspelt one a rule', () => {
    const { found, left } = inRewriting(one.replaceAll('rule>', 'Rule>'));
    expect([found, left]).toEqual([['warning REW-5 Rule'], []]);
  });

  it("is none where the provider's own node is called rule", () => {
    expect(check('<rule>42</rule><rules><rule>a</rule></rules>').found).toEqual([]);
  });
});

describe('a rule without actions (REW-5)', () => {
  it.each([
    '<rule/>',
    '<rule><conditions><condition type="numeric"/></conditions></rule>',
    '<rule><actions/></rule>',
  ])('%s', (written) => {
    const { found, left } = inRewriting(written);
    expect(found).toEqual([`warning REW-5 ${/<rule\/?>/.exec(written)?.[0]}`]);
    expect(left).toBeUndefined();
  });

  it('whose action stands in it directly gets the list around it, and is reported once', () => {
    const { found, left, fixed } = inRewriting(`<rule>${append}</rule>`);
    expect(found).toEqual([`warning REW-5 ${append}`]);
    expect(fixed).toBe(`<rewriting><rule><actions>${append}</actions></rule></rewriting>`);
    expect(left).toEqual([]);
  });
});

it('rules nested twenty thousand deep are looked at in one pass', () => {
  const depth = 20_000;
  const { found } = check(`<rewriting>${'<x>'.repeat(depth)}<rule/>${'</x>'.repeat(depth)}</rewriting>`);
  expect(found).toEqual(['warning REW-5 <rule/>']);
});
