import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { assumptionRegistry } from './assumptions.ts';
import { findRule, rules } from './rules.ts';

/** Cited below, to show that unknown ids are recognized. */
const missing = 'TPL-99';
const source = join(import.meta.dirname, '..');

/** Ids in code and comments: `TPL-7`. */
function citedIds(among: 'code and tests' | 'code'): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file) || /[\\/]rules[\\/]/.test(file)) continue;
    if (among === 'code' && (/\.test\.tsx?$/.test(file) || file.startsWith('test'))) continue;
    const text = readFileSync(join(source, file), 'utf8');
    for (const [id] of text.matchAll(/\b(?:ACC|KEY|TPL|REW|URL|MP|HDR|RES)-\d+\b/g)) cited.add(id);
  }
  return cited;
}

it('has every rule that the code cites', () => {
  const unknown = [...citedIds('code and tests')].filter((id) => findRule(id) === undefined);
  expect(unknown).toEqual([missing]);
});

it('has no rule that no code cites', () => {
  const cited = citedIds('code');
  expect(rules.filter(({ id }) => !cited.has(id))).toEqual([]);
});

it('has each rule once, with words for people', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { title, sentence } of rules) {
    expect(title.length, title).toBeLessThan(50);
    expect(sentence, title).toMatch(/^\S.*\.$/s);
  }
});

it('agrees with the assumptions on their rules', () => {
  for (const { rule } of assumptionRegistry) expect(findRule(rule), rule).toBeDefined();
});

it('finds a rule in any letter case', () => {
  expect(findRule('tpl-7')?.title).toBe('%sms_to%');
  expect(findRule(missing)).toBeUndefined();
});
