import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandHelp, overview } from './help.ts';
import { type Command, type CommandName, commands } from './options.ts';
import { packageRoot } from './package-root.ts';

const names = Object.keys(commands) as CommandName[];

describe('README', () => {
  const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');
  const [, section = ''] = /^## Command line\n(.*?)^## /ms.exec(readme) ?? [];

  test('has the table of commands, no row more and none less', () => {
    const rows = names.map((name) => {
      const { usage, summary, statuses }: Command = commands[name];
      const ends = Object.entries(statuses).map(([status, meaning]) => `${status} ${meaning}`);
      return `| \`${`${name} ${usage}`.trimEnd()}\` | ${summary} | ${ends.join('; ')} |`;
    });
    expect(section.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows);
  });

  test('names no option and no format that no command takes', () => {
    const options = names.flatMap((name) => Object.keys(commands[name].options));
    const known = ['--silent', '--help', ...options.map((name) => `--${name}`)];
    const named = section.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
    for (const choice of Object.keys(commands.preview.options.format.choices))
      expect(section).toContain(`\`${choice}\``);
  });
});

test('the overview has every command with what it does', () => {
  for (const [name, { usage, summary }] of Object.entries(commands))
    expect(overview()).toMatch(new RegExp(`^  ${name} ${usage} +${summary}$`, 'm'));
});

test.each(names)('the help of %s has a line for each option, choice and exit status', (name) => {
  const { options, statuses }: Command = commands[name];
  const lines = commandHelp(name).split('\n');
  for (const [option, { value, text, choices = {} }] of Object.entries(options)) {
    const start = value === undefined ? `  --${option} ` : `  --${option} ${value} `;
    expect(lines).toContainEqual(expect.stringContaining(start));
    expect(lines).toContainEqual(expect.stringContaining(`  ${text}`));
    for (const choice of Object.keys(choices)) expect(lines).toContainEqual(expect.stringContaining(choice));
  }
  for (const [status, meaning] of Object.entries({ 2: 'bad usage', ...statuses }))
    expect(lines).toContain(`  ${status}  ${meaning}`);
});

test('no line of any help is too wide for a terminal of 100 columns', () => {
  const lines = [overview(), ...names.map(commandHelp)].flatMap((text) => text.split('\n'));
  expect(lines.filter((line) => line.length > 100 || line !== line.trimEnd())).toEqual([]);
});
