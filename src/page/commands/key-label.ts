const shown: Readonly<Record<string, string>> = { Enter: '↵' };
const onMac: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', ...shown };

/** The keys as they are written on the keyboard: `Ctrl`, `↵`. */
export function keyLabels(keys: string, isMac: boolean): readonly string[] {
  const words = isMac ? onMac : { Mod: 'Ctrl', ...shown };
  return keys.split('+').map((key) => words[key] ?? key);
}
