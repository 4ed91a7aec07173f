/** Text with dots in the place of what is kept from the eyes; lines stay lines. Pure. */
import type { Range } from '../../core/source/diagnostics.ts';

export function dotted(text: string): string {
  return text.replace(/[^\n]/gu, '•');
}

/** `secrets` in their order, none in another. */
export function dottedIn(text: string, secrets: readonly Range[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of secrets) {
    pieces.push(text.slice(at, start), dotted(text.slice(start, end)));
    at = end;
  }
  return pieces.join('') + text.slice(at);
}
