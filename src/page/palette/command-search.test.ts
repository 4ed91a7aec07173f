import { describe, expect, it } from 'vitest';
import type { Command } from '../commands/command.ts';
import { commandSections, searchCommands } from './command-search.ts';

const command = (id: string, title: string, group: Command['group'], isAvailable = true): Command => {
  return { id, title, group, isAvailable, run() {} };
};
const commands = [
  command('send', 'Send test upload', 'Test upload'),
  command('save', 'Save the Account XML', 'Account XML'),
  command('open', 'Open an Account XML…', 'Account XML'),
  command('dark', 'Theme: dark', 'View'),
  command('cancel', 'Cancel the upload', 'Test upload', false),
];
const found = (query: string, recent: readonly string[] = []) =>
  searchCommands(commands, query, recent).map(({ id }) => id);

describe('a search of the commands', () => {
  it('finds words in any order and case, in the title or the group', () => {
    expect(found('xml account')).toEqual(['save', 'open']);
    expect(found('DARK')).toEqual(['dark']);
    expect(found('view')).toEqual(['dark']);
  });

  it('puts first what begins so', () => {
    expect(found('s')[0]).toBe('send');
    expect(found('op')[0]).toBe('open');
  });

  it('knows a command by the initials of its words', () => {
    expect(found('stu')).toEqual(['send']);
  });

  it('knows a command by what its entry in a menu says of it, and by its id, after all others', () => {
    const entry = { menu: 'more', detail: 'A small one in PHP or Go that saves what it gets' } as const;
    const more = [{ ...command('receiver', 'Server to receive it', 'Request'), entry }, ...commands];
    const ids = (query: string) => searchCommands(more, query, []).map(({ id }) => id);
    expect(ids('php')).toEqual(['receiver']);
    expect(ids('receiver')).toEqual(['receiver']);
    expect(ids('save')).toEqual(['save', 'receiver']);
    expect(ids('mall')).toEqual([]);
  });

  it('leaves out what can’t be done now, and finds nothing for nonsense', () => {
    expect(found('cancel')).toEqual([]);
    expect(found('xyzzy')).toEqual([]);
  });

  it('puts what was used last before its equals', () => {
    expect(found('account', ['open'])).toEqual(['open', 'save']);
  });
});

describe('the list', () => {
  it('shows those used last first, and each command once', () => {
    const sections = commandSections(commands, '', ['dark', 'gone']);
    expect(sections.map(({ title }) => title)).toEqual(['Recent', 'Test upload', 'Account XML']);
    const ids = sections.flatMap((section) => section.commands.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(['dark', 'open', 'save', 'send']);
  });

  it('has no heading over nothing', () => {
    expect(commandSections(commands, 'xyzzy', [])).toEqual([]);
  });
});
