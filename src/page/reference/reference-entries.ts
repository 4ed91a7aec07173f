/** Everything that the Reference explains: read from the registries that the code itself goes by, never a list of its own. */
import { keyCatalogue } from '../../core/account/key-catalogue.ts';
import { assumptionRegistry } from '../../core/assumptions.ts';
import type { Standing } from '../../core/rules/rule.ts';
import { findRule, rules } from '../../core/rules.ts';
import { hashFunction, parameterCatalogue, recipientAlias } from '../../core/template/parameter-catalogue.ts';
import { factsAboutParameter } from '../../language/service-facts.ts';
import type { Command } from '../commands/command.ts';

/** In the order in which they are shown. */
export const entryKinds = {
  key: 'Keys',
  parameter: 'Parameters',
  assumption: 'Assumptions',
  rule: 'Rules',
  shortcut: 'Shortcuts',
} as const;
export type EntryKind = keyof typeof entryKinds;

export interface ReferenceEntry {
  /** `rule TPL-7`, `key genericMediaUploadUrl`, `parameter to`: what a link names. */
  readonly id: string;
  readonly kind: EntryKind;
  /** As it is written: a code, a key, a parameter; empty where it has none. */
  readonly name: string;
  /** In a few words; empty where the name says it. */
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly standing?: Standing;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly example?: string;
  /** Keys to press. */
  readonly keys?: readonly string[];
  /** Ids of entries to read on. */
  readonly see: readonly string[];
}

export const ruleEntry = (rule: string) => `rule ${rule}`;

export function referenceEntries(commands: readonly Command[]): readonly ReferenceEntry[] {
  return [
    ...keyEntries(),
    ...parameterEntries(),
    ...assumptionEntries(),
    ...ruleEntries(),
    ...shortcuts(commands),
  ];
}

function keyEntries(): readonly ReferenceEntry[] {
  return keyCatalogue.map(
    ({ name, title, paragraphs, byDefault, standing, rationale, rules: cited, example }) => ({
      id: `key ${name}`,
      kind: 'key',
      name,
      title,
      paragraphs: rationale === undefined ? paragraphs : [...paragraphs, rationale],
      standing,
      facts: [['Default', byDefault]],
      example,
      see: cited.map(ruleEntry),
    }),
  );
}

/** Names that stand for parameters and are in no catalogue, with the rule that says what they are. */
const ruled = [
  [recipientAlias, 'TPL-7'],
  ['account[node]', 'TPL-2'],
  [`${hashFunction}(…)`, 'TPL-3'],
] as const;

function parameterEntries(): readonly ReferenceEntry[] {
  const listed = parameterCatalogue.map(({ name, scope, standing, description }) => ({
    id: `parameter ${name}`,
    kind: 'parameter' as const,
    name: `%${name}%`,
    title: '',
    paragraphs: [description, ...factsAboutParameter(name)],
    standing,
    facts: [['Known to', scope === 'service' ? 'this service' : 'every web service of the app'] as const],
    see: [ruleEntry('TPL-1')],
  }));
  const others = ruled.flatMap(([name, id]) => {
    const rule = findRule(id);
    if (rule === undefined) return [];
    const { title, sentence, standing, example } = rule;
    return {
      id: `parameter ${name}`,
      kind: 'parameter' as const,
      name: `%${name}%`,
      title,
      paragraphs: [sentence],
      standing,
      facts: [],
      ...(example !== undefined && { example }),
      see: [ruleEntry(id)],
    };
  });
  return [...listed, ...others];
}

function assumptionEntries(): readonly ReferenceEntry[] {
  return assumptionRegistry.map(({ id, rule, label, title, standing, rationale, options }) => ({
    id: `assumption ${id}`,
    kind: 'assumption',
    name: id,
    title: label,
    paragraphs: [rationale],
    standing,
    facts: options.map((option, index): readonly [string, string] => [
      index === 0 ? 'Default' : 'Or',
      `${title} ${option.title}`,
    ]),
    see: [ruleEntry(rule)],
  }));
}

function ruleEntries(): readonly ReferenceEntry[] {
  return rules.map(({ id, title, sentence, standing, example }) => ({
    id: ruleEntry(id),
    kind: 'rule',
    name: id,
    title,
    paragraphs: [sentence],
    standing,
    facts: [],
    ...(example !== undefined && { example }),
    see: [
      ...keyCatalogue.filter((key) => key.rules.includes(id)).map(({ name }) => `key ${name}`),
      ...assumptionRegistry.filter((one) => one.rule === id).map((one) => `assumption ${one.id}`),
    ],
  }));
}

function shortcuts(commands: readonly Command[]): readonly ReferenceEntry[] {
  return commands.flatMap(({ id, title, group, keys }) =>
    keys === undefined
      ? []
      : {
          id: `shortcut ${id}`,
          kind: 'shortcut',
          name: '',
          title,
          paragraphs: [],
          facts: [['Group', group]],
          keys,
          see: [],
        },
  );
}

/** By the id of a link. A parameter of an account's node is explained as all of them are. */
export function findEntry(entries: readonly ReferenceEntry[], wanted: string): ReferenceEntry | undefined {
  const id = wanted.replace(/^parameter account\[.*/, 'parameter account[node]').toLowerCase();
  return entries.find((entry) => entry.id.toLowerCase() === id);
}

/** Those that have every word; whose name or title begins so come first. */
export function searchEntries(entries: readonly ReferenceEntry[], query: string): readonly ReferenceEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  const found = entries.flatMap((entry) => {
    const head = `${entry.name} ${entry.title}`.toLowerCase();
    const facts = entry.facts.map(([, value]) => value);
    const all = [head, entryKinds[entry.kind], ...entry.paragraphs, ...facts, entry.example]
      .join(' ')
      .toLowerCase();
    if (!words.every((word) => all.includes(word))) return [];
    const names = head.split(/[\s%]+/);
    const rank = words.some((word) => names.includes(word))
      ? 0
      : words.some((word) => head.includes(word))
        ? 1
        : 2;
    return [{ entry, rank }];
  });
  return found.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}
