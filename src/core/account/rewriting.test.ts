import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { readAccount } from './read-account.ts';
import { type Rewriting, rewriteNumber } from './rewriting.ts';

function rewrite(rules: string, address: string, order: 'document' | 'type' = 'document'): Rewriting {
  const { account } = readAccount(`<account><rewriting>${rules}</rewriting></account>`, {});
  const rewriting = account && rewriteNumber(account, address, order);
  if (!rewriting) throw new Error('The account has no rules.');
  return rewriting;
}

const rule = (conditions: string, actions: string) =>
  `<rule><conditions>${conditions}</conditions><actions>${actions}</actions></rule>`;
const starts = (param: string) => `<condition type="startsWith" param="${param}"/>`;

const append9 = '<action type="append" param="9"/>';

describe('the order of actions (REW-3)', () => {
  const prepend = '<action type="prepend" param="00"/>';
  const put = '<action type="replace" param="+"/>';

  test.each([
    ['<condition type="doesntStartWith" param="9"/>', prepend + put, '+0042', '00+42'],
    [starts('4'), `${prepend}<action type="continue"/>${put}`, '00+2', '00+2'],
    [starts('4'), put + prepend, '00+2', '00+2'],
  ])('with %s and %s', (condition, actions, document, type) => {
    const rules = rule(condition, actions);
    expect(rewrite(rules, '42').to).toBe(document);
    expect(rewrite(rules, '42', 'type').to).toBe(type);
    const places = document === type ? 0 : 1;
    expect(rewrite(rules, '42').orderRanges).toHaveLength(places);
    expect(rewrite(rules, '42', 'type').orderRanges).toHaveLength(places);
  });

  test('touches its assumption only where the recipient comes out otherwise and is sent', () => {
    const rules = rule('<condition type="doesntStartWith" param="9"/>', prepend + put);
    const extra = `<rewriting>${rules}</rewriting>`;
    const touched = (data: string, to: string) =>
      buildFor({ data, extra, params: { to } }).touched.filter(({ id }) => id === 'rewriting-order');
    const sent = 'to=%to%&f=%media_content%';
    expect(touched(sent, '42')).toHaveLength(1);
    expect(touched(sent, '942')).toEqual([]);
    expect(touched('f=%media_content%', '42')).toEqual([]);
    const { xml } = buildFor({ data: sent, extra });
    const texts = touched(sent, '42')[0]?.ranges.map(({ start, end }) => xml.slice(start, end));
    expect(texts).toEqual([prepend + put, '%to%']);
  });

  test('is switched as the contract says', () => {
    const extra = `<rewriting>${rule('<condition type="doesntStartWith" param="9"/>', prepend + put)}</rewriting>`;
    const data = 'to=%to%&f=%media_content%';
    const sent = (order: 'document' | 'type') =>
      buildFor({ data, extra, params: { to: '42' }, assume: { 'rewriting-order': order } }).bodyText;
    expect(sent('document')).toContain('\r\n\r\n+0042\r\n');
    expect(sent('type')).toContain('\r\n\r\n00+42\r\n');
  });
});

describe('rules that a person gets wrong', () => {
  test('an empty rule holds, changes nothing and ends the rewriting (REW-1)', () => {
    const { to, steps } = rewrite(`<rule/>${rule('', '<action type="append" param="9"/>')}`, '42');
    expect([to, steps.length, steps[0]?.held]).toEqual(['42', 1, true]);
  });

  test('an empty list of rules changes nothing', () => {
    const { account } = readAccount('<account><rewriting/></account>', {});
    expect(account && rewriteNumber(account, '42', 'document')).toBeNull();
  });

  test('conditions that contradict each other never hold', () => {
    const both = `${starts('00')}<condition type="doesntStartWith" param="00"/>`;
    const { to, steps } = rewrite(rule(both, '<action type="append" param="9"/>'), '0042');
    expect([to, steps[0]?.held]).toEqual(['0042', false]);
  });

  test.each([
    ['prepend', '00', 'replace', 'X', 'X00sip:a@b'],
    ['replace', 'X', 'replace', 'Y', 'YXsip:a@b'],
    ['replace', 'X', 'prepend', '00', '00Xsip:a@b'],
  ])('doesntStartWith matches nothing: %s %s, %s %s puts in front (REW-3)', (one, first, other, second, to) => {
    const actions = `<action type="${one}" param="${first}"/><action type="${other}" param="${second}"/>`;
    const { to: got } = rewrite(rule('<condition type="doesntStartWith" param="+"/>', actions), 'sip:a@b');
    expect(got).toBe(to);
  });

  test('an unknown condition does not hold, a misspelt action or one on calls changes nothing', () => {
    expect(rewrite(rule('<condition type="moon"/>', append9), '42').to).toBe('42');
    expect(rewrite(rule('', '<action type="apend" param="9"/>'), '42').to).toBe('42');
    expect(rewrite(rule('', '<action type="callThrough" param="9"/>'), '42').to).toBe('42');
  });

  test('ten thousand rules are looked at in their order', () => {
    const miss = '<rule><conditions><condition type="equals"/></conditions></rule>'.repeat(9_999);
    const { to, steps } = rewrite(miss + rule(starts('00'), '<action type="replace" param="+"/>'), '0042');
    expect([to, steps.length, steps.at(-1)?.held]).toEqual(['+42', 10_000, true]);
  });

  test('a parameter of ten thousand characters is put in whole', () => {
    const long = '1'.repeat(10_000);
    expect(rewrite(rule('', `<action type="prepend" param="${long}"/>`), '42').to).toBe(`${long}42`);
  });
});

test('the trace leads from the address given to the one that counts (REW-4)', () => {
  const piece = fc.constantFrom('0', '00', '+', '420', '', '7');
  const condition = fc.tuple(
    fc.constantFrom('startsWith', 'doesntStartWith', 'contains', 'equals', 'moon'),
    piece,
  );
  const action = fc.tuple(fc.constantFrom('replace', 'prepend', 'append', 'continue', 'callThrough'), piece);
  const anyRule = fc.record({
    conditions: fc.array(condition, { maxLength: 2 }),
    actions: fc.array(action, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(anyRule, { minLength: 1, maxLength: 5 }), piece, (rules, address) => {
      const written = (name: string, list: readonly (readonly [string, string])[]) =>
        list.map(([type, param]) => `<${name} type="${type}" param="${param}"/>`).join('');
      const xml = rules.map(({ conditions, actions }) =>
        rule(written('condition', conditions), written('action', actions)),
      );
      const { from, to, steps } = rewrite(xml.join(''), address);
      expect(from).toBe(address);
      expect(steps.at(-1)?.address).toBe(to);
      // A rule that did not hold changed nothing, and only the last one may have ended it.
      for (const [index, step] of steps.entries()) {
        if (!step.held) expect(step.address).toBe(steps[index - 1]?.address ?? from);
        if (index < steps.length - 1) expect(step.goesOn).toBe(true);
      }
    }),
  );
});
