import { readReference } from './references.ts';

/**
 * What a run of character data stands for: line ends as XML normalises them, references resolved.
 * The same as `decodeRuns` gives, without the place of each character.
 */
export function decodeCharacterData(kind: 'text' | 'cdata', raw: string): string {
  if (kind === 'cdata' || !raw.includes('&')) return raw.replaceAll(/\r\n?/g, '\n');
  return raw.replaceAll(/\r\n?|&[^;&]*;/g, (match) => {
    if (!match.startsWith('&')) return '\n';
    const found = readReference(match, 0);
    return found.kind === 'text' ? found.text : match.replaceAll(/\r\n?/g, '\n');
  });
}
