/** The invisible characters and their Unicode names (ACC-11). */

interface InvisibleName {
  readonly name: string;
  /** What it is written for: a space, or nothing that is seen. */
  readonly isSpace: boolean;
}

const spaces: Readonly<Record<string, string>> = {
  '\u00A0': 'no-break space',
  '\u2000': 'en quad',
  '\u2001': 'em quad',
  '\u2002': 'en space',
  '\u2003': 'em space',
  '\u2004': 'three-per-em space',
  '\u2005': 'four-per-em space',
  '\u2006': 'six-per-em space',
  '\u2007': 'figure space',
  '\u2008': 'punctuation space',
  '\u2009': 'thin space',
  '\u200A': 'hair space',
  '\u202F': 'narrow no-break space',
  '\u205F': 'medium mathematical space',
};

const others: Readonly<Record<string, string>> = {
  '\u007F': 'delete',
  '\u0085': 'next line',
  '\u00AD': 'soft hyphen',
  '\u034F': 'combining grapheme joiner',
  '\u061C': 'Arabic letter mark',
  '\u115F': 'Hangul choseong filler',
  '\u1160': 'Hangul jungseong filler',
  '\u180E': 'Mongolian vowel separator',
  '\u200B': 'zero-width space',
  '\u200C': 'zero-width non-joiner',
  '\u200D': 'zero-width joiner',
  '\u200E': 'left-to-right mark',
  '\u200F': 'right-to-left mark',
  '\u2028': 'line separator',
  '\u2029': 'paragraph separator',
  '\u202A': 'left-to-right embedding',
  '\u202B': 'right-to-left embedding',
  '\u202C': 'pop directional formatting',
  '\u202D': 'left-to-right override',
  '\u202E': 'right-to-left override',
  '\u2060': 'word joiner',
  '\u2061': 'function application',
  '\u2062': 'invisible times',
  '\u2063': 'invisible separator',
  '\u2064': 'invisible plus',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'pop directional isolate',
  '\u3164': 'Hangul filler',
  '\uFEFF': 'byte order mark (zero-width no-break space)',
  '\uFFA0': 'half-width Hangul filler',
};

const controls = '\u0080-\u009F\u206A-\u206F';

/** Runs of one and the same invisible character; the character is the first group. */
export const invisibleCharacters = new RegExp(
  `([${controls}${Object.keys(spaces).join('')}${Object.keys(others).join('')}])\\1*`,
  'g',
);

export function nameOfInvisible(character: string): InvisibleName {
  const space = spaces[character];
  if (space !== undefined) return { name: space, isSpace: true };
  const name = others[character];
  if (name !== undefined) return { name, isSpace: false };
  return { name: character < '\u00A0' ? 'C1 control character' : 'formatting character', isSpace: false };
}
