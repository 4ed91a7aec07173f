/** Finds in literal text what looks like the start of a parameter or a call that never ends (TPL-3, TPL-4). */
import { isCatalogueParameter } from './parameter-catalogue.ts';

export interface UnclosedPercent {
  readonly rule: 'TPL-3' | 'TPL-4';
  /** UTF-16 units, in the text that was searched. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

const candidate = /%(account\[[^[\]%<>&\s]*\]?|[A-Za-z_][A-Za-z0-9_]*)(\(?)/g;

export function findUnclosed(literal: string): readonly UnclosedPercent[] {
  if (!literal.includes('%')) return [];
  return Array.from(literal.matchAll(candidate)).flatMap((match): UnclosedPercent[] => {
    const [written, name = '', bracket] = match;
    const byte = /^%[0-9A-Fa-f]{2}/.exec(written)?.[0];
    // `%de` may be an escape, and `%description` is a parameter that was not ended.
    if (byte && !isCatalogueParameter(name) && !name.startsWith('account[')) return [];
    const isCall = bracket === '(';
    const missing = isCall ? '“)%”, so it is no call' : '“%”, so it is no parameter';
    const instead = byte ? `its ${byte} is read as a percent escape` : 'it is sent literally';
    return [
      {
        rule: isCall ? 'TPL-3' : 'TPL-4',
        start: match.index,
        end: match.index + written.length,
        message: `“${written}” is not closed by ${missing}: ${instead}.`,
      },
    ];
  });
}
