/** What a person can do on the page, once: keys, palette and Reference read it. */

/** `Here`: about where the focus is. */
export type CommandGroup = 'Here' | 'Test upload' | 'Account XML' | 'Request' | 'Editor' | 'View' | 'Help';

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
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** AltGr is Ctrl and Alt together and writes characters, so nothing is on Alt. */
export function isPressed(keys: string, { key, ctrlKey, metaKey, shiftKey, altKey }: Press): boolean {
  const parts = keys.split('+');
  if (altKey || parts.at(-1) !== (key.length === 1 ? key.toUpperCase() : key)) return false;
  // Shift may be how a character is typed.
  const hasShift = keys.length > 1 && shiftKey;
  return parts.includes('Mod') === (ctrlKey || metaKey) && parts.includes('Shift') === hasShift;
}
