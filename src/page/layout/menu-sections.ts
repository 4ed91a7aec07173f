/** What a menu of the top bar holds, in sections. */
import { type BarCommand, type BarItem, type Command, isCommand, type MenuId } from '../commands/command.ts';

export interface MenuLine {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly isDisabled: boolean;
  readonly run: () => void;
}

export interface MenuSection {
  /** Empty: it has no heading. */
  readonly title: string;
  readonly entries: readonly MenuLine[];
}

/** `leftOut`: what the bar has no room for comes first; of a menu all that it holds, under its name. */
export function menuSections(
  menu: MenuId,
  commands: readonly Command[],
  leftOut: readonly BarItem[],
): readonly MenuSection[] {
  const all = [
    ...leftOut.flatMap((item) =>
      isCommand(item)
        ? [{ title: '', entry: buttonEntry(item) }]
        : entriesOf(item.menu, commands).map(({ entry }) => ({ title: item.bar.label, entry })),
    ),
    ...entriesOf(menu, commands).map(({ section, entry }) => ({ title: section, entry })),
  ];
  return [...new Set(all.map(({ title }) => title))].map((title) => ({
    title,
    entries: all.filter((one) => one.title === title).map(({ entry }) => entry),
  }));
}

function entriesOf(menu: MenuId, commands: readonly Command[]) {
  return commands.flatMap(({ id, title, entry, isAvailable = true, run }) => {
    if (entry?.menu !== menu) return [];
    const { section = '', label = title, detail } = entry;
    return [{ section, entry: { id, label, detail, isDisabled: !isAvailable, run } }];
  });
}

function buttonEntry({ id, bar, isAvailable = true, run }: BarCommand): MenuLine {
  const { label, tip = '', isOn } = bar;
  return { id, label: isOn ? `${label}: on` : label, detail: tip, isDisabled: !isAvailable, run };
}
