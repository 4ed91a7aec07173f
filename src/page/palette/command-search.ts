/** Which commands a person means by what they typed, best first. */
import type { Command } from '../commands/command.ts';

/** Lower is better; null: not meant. */
function rank({ id, title, group, entry }: Command, words: readonly string[]): number | null {
  const name = title.toLowerCase();
  const all = `${name} ${group.toLowerCase()}`;
  const more = ` ${id} ${entry?.detail.toLowerCase() ?? ''}`;
  let sum = 0;
  for (const word of words) {
    if (name.startsWith(word)) sum += 0;
    else if (all.includes(` ${word}`)) sum += 1;
    else if (all.includes(word)) sum += 2;
    else if (isSubsequence(word, name)) sum += 4;
    else if (more.includes(` ${word}`)) sum += 5;
    else return null;
  }
  return sum;
}

/** `stu` of `send test upload`: its letters in their order, each at the beginning of a word or next to the one before. */
function isSubsequence(letters: string, name: string): boolean {
  const initials = name.split(/[\s:]+/).map((word) => word[0] ?? '');
  let at = 0;
  for (const initial of initials) if (initial === letters[at]) at += 1;
  return letters.length > 1 && at === letters.length;
}

/** `recent`: ids, the last one first; among equals they come first. */
export function searchCommands(
  commands: readonly Command[],
  query: string,
  recent: readonly string[],
): readonly Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const age = ({ id }: Command) => {
    const at = recent.indexOf(id);
    return at < 0 ? recent.length : at;
  };
  return commands
    .filter(({ isAvailable }) => isAvailable !== false)
    .flatMap((command) => {
      const found = rank(command, words);
      return found === null ? [] : [{ command, found }];
    })
    .sort((a, b) => a.found - b.found || age(a.command) - age(b.command))
    .map(({ command }) => command);
}

export interface CommandSection {
  readonly title: string;
  readonly commands: readonly Command[];
}

/** Without a query: what is about the place, those used last, then all others by their group. With one: the best first. */
export function commandSections(
  commands: readonly Command[],
  query: string,
  recent: readonly string[],
): readonly CommandSection[] {
  const found = searchCommands(commands, query, recent);
  if (query.trim() !== '') return found.length === 0 ? [] : [{ title: '', commands: found }];
  const isRecent = ({ id }: Command) => recent.includes(id);
  const isHere = ({ group }: Command) => group === 'Here';
  const rest = found.filter((command) => !isRecent(command) && !isHere(command));
  return [
    { title: 'Here', commands: found.filter(isHere) },
    { title: 'Recent', commands: found.filter((command) => isRecent(command) && !isHere(command)) },
    ...Array.from(new Set(rest.map(({ group }) => group)), (group) => ({
      title: group,
      commands: rest.filter((command) => command.group === group),
    })),
  ].filter((section) => section.commands.length > 0);
}
