/** Which shell a command was written for, and its words. */

import type { SplitCommands } from './command.ts';
import { splitPosix } from './posix-words.ts';
import { splitCmd, splitPowershell } from './windows-words.ts';

export type Shell = 'posix' | 'cmd' | 'powershell';

/** `text`: a character a byte. */
export function splitCommands(text: string): SplitCommands & { readonly shell: Shell } {
  const shell = shellOf(text);
  // A fence of Markdown is no command.
  const source = text.replaceAll(/^[ \t]*```[^\n]*$/gm, (fence) => ' '.repeat(fence.length));
  switch (shell) {
    case 'posix':
      return { ...splitPosix(source), shell };
    case 'cmd':
      return { ...splitCmd(source), shell };
    case 'powershell':
      return { ...splitPowershell(source), shell };
  }
}

/** By the ways in which each goes on in the next line, and quotes. */
function shellOf(text: string): Shell {
  if (/\^[ \t]*\r?\n/.test(text) || /\^"/.test(text)) return 'cmd';
  if (/\\[ \t]*\r?\n/.test(text) || /\$'/.test(text)) return 'posix';
  if (/[^`]`\r?\n/.test(text) || /`"/.test(text)) return 'powershell';
  if (!/(?:^|[\s\\/&])curl\.exe\b/i.test(text)) return 'posix';
  return /(?:^|\s)'/.test(text) ? 'powershell' : 'cmd';
}
