import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serviceKeys } from '../../core/account/service-keys.ts';
import { assumptionRegistry } from '../../core/assumptions.ts';
import { rules } from '../../core/rules.ts';
import { parameterCatalogue } from '../../core/template/parameter-catalogue.ts';
import type { Command } from '../commands/command.ts';
import { findEntry, referenceEntries, searchEntries } from './reference-entries.ts';

const commands: readonly Command[] = [
  { id: 'send', title: 'Send test upload', group: 'Test upload', keys: ['Mod+Enter'], run() {} },
  { id: 'theme', title: 'Theme: dark', group: 'View', run() {} },
];
const entries = referenceEntries(commands);
const ids = entries.map(({ id }) => id);

/** The rules that the program's own code cites, in texts for people as in comments. */
function citedRules(): ReadonlySet<string> {
  const source = join(import.meta.dirname, '../..');
  const cited = new Set<string>();
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file) || file.startsWith('test')) continue;
    const text = readFileSync(join(source, file), 'utf8');
    for (const [id] of text.matchAll(/\b(?:ACC|KEY|TPL|REW|URL|MP|HDR|RES)-\d+\b/g)) cited.add(id);
  }
  return cited;
}

describe('the Reference', () => {
  it('has every rule that the code cites', () => {
    const cited = citedRules();
    expect(cited.size).toBeGreaterThan(50);
    expect([...cited].filter((rule) => !ids.includes(`rule ${rule}`))).toEqual([]);
  });

  it('has every rule, key, parameter and assumption of the registries, each once', () => {
    const wanted = [
      ...rules.map(({ id }) => `rule ${id}`),
      ...serviceKeys.map((name) => `key ${name}`),
      ...parameterCatalogue.map(({ name }) => `parameter ${name}`),
      ...assumptionRegistry.map(({ id }) => `assumption ${id}`),
    ];
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has each command that has keys', () => {
    const shown = entries.filter(({ kind }) => kind === 'shortcut');
    expect(shown.map(({ id, keys }) => [id, keys])).toEqual([['shortcut send', ['Mod+Enter']]]);
  });

  it('leads nowhere that does not exist', () => {
    const links = entries.flatMap(({ see }) => see);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('finds what a link names, in any case, and a node of the account as all of them', () => {
    expect(findEntry(entries, 'rule tpl-7')?.title).toBe('%sms_to%');
    expect(findEntry(entries, 'parameter account[username]')?.id).toBe('parameter account[node]');
    expect(findEntry(entries, 'parameter nope')).toBeUndefined();
  });
});

describe('a search in it', () => {
  const found = (query: string) => searchEntries(entries, query).map(({ id }) => id);

  it('puts first what is called so', () => {
    expect(found('tpl-7')[0]).toBe('rule TPL-7');
    expect(found('to')[0]).toBe('parameter to');
    expect(found('genericMediaUploadUrl')[0]).toBe('key genericMediaUploadUrl');
  });

  it('looks for each word anywhere', () => {
    expect(found('asterisks https')).toContain('rule TPL-6');
    expect(found('shortcuts send')).toEqual(['shortcut send']);
  });

  it('shows all without a word, and none for nonsense', () => {
    expect(found('  ')).toEqual(ids);
    expect(found('xyzzy')).toEqual([]);
  });
});
