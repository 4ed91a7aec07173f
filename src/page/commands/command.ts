/** What a person can do on the page, once: the top bar and its menus, keys, palette and Reference read it. */
import type { LucideIcon } from 'lucide-react';

/** `Here`: about where the focus is. */
export type CommandGroup =
  | 'Here'
  | 'Test upload'
  | 'Account XML'
  | 'Request'
  | 'Editor'
  | 'View'
  | 'Help'
  | 'Drafts'
  | 'Demo server';

export interface Command {
  readonly id: string;
  /** What its button says, or what it does: `Send test upload`. */
  readonly title: string;
  readonly group: CommandGroup;
  /** The first one is shown. `Mod` is ⌘ on a Mac and Ctrl elsewhere: `Mod+Enter`, `Shift+F8`, `?`. */
  readonly keys?: readonly string[];
  /** False while it would do nothing; its keys then do nothing either. */
  readonly isAvailable?: boolean;
  readonly run: () => void;
  /** Its button in the top bar. */
  readonly bar?: BarButton;
  /** Its entry in a menu of the top bar. */
  readonly entry?: MenuEntry;
}

export interface BarButton {
  readonly label: string;
  /** A command's keys are added. */
  readonly tip?: string;
  /** Without one its word is always shown. */
  readonly Icon?: LucideIcon;
  /** It never shows its word. */
  readonly isIcon?: boolean;
  /** At its left the buttons of the document, at its right those of the display. */
  readonly side: 'document' | 'display';
  /** Of a button that stays pressed. */
  readonly isOn?: boolean;
  /** While presenting there is none. */
  readonly foldsAway?: boolean;
}

export type MenuId = 'examples' | 'export' | 'more';

export interface MenuEntry {
  readonly menu: MenuId;
  /** A heading over it and its neighbours of the same section. */
  readonly section?: string;
  /** The command's title by default. */
  readonly label?: string;
  readonly detail: string;
}

/** A button of the top bar that opens a menu: all commands that have an entry in it. */
export interface BarMenu {
  readonly menu: MenuId;
  readonly bar: BarButton;
  /** A sentence at the top of the menu. */
  readonly about?: string;
}

export type BarCommand = Command & { readonly bar: BarButton };
export type BarItem = BarCommand | BarMenu;

/** By which it is told from its neighbours. */
export const nameOf = (item: BarItem): string => (isCommand(item) ? item.id : item.menu);

export const isCommand = (item: BarItem): item is BarCommand => 'run' in item;

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** AltGr is Ctrl and Alt together and writes characters, so nothing is on Alt. */
export function isPressed(keys: string, { key, ctrlKey, metaKey, shiftKey, altKey }: Press): boolean {
  const parts = keys.split('+');
  if (altKey || parts.at(-1) !== (key.length === 1 ? key.toUpperCase() : key)) return false;
  // Shift may be how a character is typed.
  const hasShift = keys.length > 1 && shiftKey;
  return parts.includes('Mod') === (ctrlKey || metaKey) && parts.includes('Shift') === hasShift;
}
