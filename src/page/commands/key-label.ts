const shown: Readonly<Record<string, string>> = {
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowRight: '→',
};
const onMac: Readonly<Record<string, string>> = { ...shown, Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' };

/** The keys as they are written on the keyboard: `Ctrl`, `↵`. */
export function keyLabels(keys: string, isMac: boolean): readonly string[] {
  const words = isMac ? onMac : { ...shown, Mod: 'Ctrl' };
  return keys.split('+').map((key) => words[key] ?? key);
}
