import { describe, expect, it } from 'vitest';
import { assumptionRegistry, defaultAssumptions, isAssumption, withAssumptions } from './assumptions.ts';

/** Contract, section 8, to the letter: ids, options with the default first, rules. */
const contract = {
  'unknown-parameter': ['TPL-5', 'keep', 'empty'],
  'http-password': ['TPL-6', 'mask', 'send'],
  'sms-to': ['TPL-7', 'alias', 'unknown'],
  'url-encoding': ['TPL-8', 'percent', 'form', 'none'],
  'multipart-literals': ['MP-2', 'decode', 'verbatim'],
  'part-names': ['MP-6', 'as-needed', 'quoted'],
  'file-part-blank-line': ['MP-7', 'omit', 'literal'],
  'success-without-media-url': ['RES-3', 'generic', 'message'],
  'basic-auth': ['HDR-6', 'https-only', 'never'],
  'rewriting-order': ['REW-3', 'document', 'type'],
};

describe('the registry', () => {
  it('has the ids, options and rules of the contract, the default first', () => {
    const entries = assumptionRegistry.map(({ id, rule, options }) => [
      id,
      [rule, ...options.map((o) => o.id)],
    ]);
    expect(entries).toEqual(Object.entries(contract));
  });

  it('makes the first option of each the default', () => {
    const firsts = Object.entries(contract).map(([id, [, first]]) => [id, first]);
    expect(defaultAssumptions).toEqual(Object.fromEntries(firsts));
  });

  it('gives each a label, a title, its rationale and a title for every option', () => {
    for (const { label, title, rationale, options } of assumptionRegistry) {
      expect(label.length, label).toBeLessThan(30);
      for (const text of [label, title, rationale, ...options.map((option) => option.title)])
        expect(text).toMatch(/\S/);
    }
  });
});

describe('an option that is asked for', () => {
  it('is known by id and option', () => {
    expect(isAssumption('sms-to', 'unknown')).toBe(true);
    expect(isAssumption('sms-to', 'keep')).toBe(false);
    expect(isAssumption('nope', 'keep')).toBe(false);
    expect(isAssumption('toString', '')).toBe(false);
  });

  it('takes the place of the default where the registry knows it; anything else is ignored', () => {
    expect(withAssumptions({})).toEqual(defaultAssumptions);
    expect(withAssumptions({ 'sms-to': 'unknown', 'part-names': 'nope', other: 'x' })).toEqual({
      ...defaultAssumptions,
      'sms-to': 'unknown',
    });
  });
});
