import BookOpen from 'lucide-react/icons/book-open';
import { describe, expect, it } from 'vitest';
import type { BarCommand, BarMenu, Command } from '../commands/command.ts';
import { menuSections } from './menu-sections.ts';

const command = (id: string, entry?: Command['entry'], isAvailable = true): Command => {
  return { id, title: `Title of ${id}`, group: 'View', isAvailable, run() {}, ...(entry && { entry }) };
};
const commands = [
  command('tour', { menu: 'more', detail: 'Five steps' }),
  command('first', { menu: 'examples', section: 'Cases', label: 'First', detail: 'a' }),
  command('reset', { menu: 'examples', section: 'Start over', detail: 'b' }, false),
  command('second', { menu: 'examples', section: 'Cases', detail: 'c' }),
  command('no-entry'),
];
const button: BarCommand = {
  ...command('present'),
  bar: { label: 'Present', tip: 'For a room', Icon: BookOpen, side: 'display', isOn: true },
};
const examples: BarMenu = { menu: 'examples', bar: { label: 'Examples', side: 'document' } };
const shown = (...args: Parameters<typeof menuSections>) =>
  menuSections(...args).map(({ title, entries }) => [title, entries.map(({ label }) => label)]);

describe('a menu of the top bar', () => {
  it('holds the commands with an entry in it, by section, in their order', () => {
    expect(shown('examples', commands, [])).toEqual([
      ['Cases', ['First', 'Title of second']],
      ['Start over', ['Title of reset']],
    ]);
    expect(menuSections('examples', commands, [])[1]?.entries[0]?.isDisabled).toBe(true);
  });

  it('begins with what the bar has no room for; of a menu it has all entries', () => {
    expect(shown('more', commands, [examples, button])).toEqual([
      ['Examples', ['First', 'Title of reset', 'Title of second']],
      ['', ['Present: on', 'Title of tour']],
    ]);
    expect(shown('more', commands, [])).toEqual([['', ['Title of tour']]]);
  });
});
