/**
 * For tests only: reads the strings of a PowerShell script as PowerShell does (about_Quoting_Rules),
 * with no knowledge of how they were written.
 */

import { concatenate } from '../core/request/bytes.ts';
import { utf8 } from '../core/template/percent-encoding.ts';

export type Token = { readonly kind: 'word' | 'string'; readonly text: string };

/** PowerShell takes the typographic ones for quotes as well. */
const singleQuotes = "'\u2018\u2019\u201a\u201b";
const doubleQuotes = '"\u201c\u201d\u201e';

export function tokensOf(script: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < script.length; ) {
    const character = script.charAt(at);
    if (doubleQuotes.includes(character) || character === '`')
      throw new Error(`${character} is not expected.`);
    if (singleQuotes.includes(character)) {
      const { text, end } = stringAt(script, at + 1);
      tokens.push({ kind: 'string', text });
      at = end;
    } else if (character === '#') {
      const end = script.indexOf('\n', at);
      at = end < 0 ? script.length : end;
    } else if (/\s/.test(character)) at++;
    else {
      const [text = ''] = /^(?:[(){}]|[^\s(){}'"`\u2018-\u201f]+)/.exec(script.slice(at)) ?? [];
      tokens.push({ kind: 'word', text });
      at += text.length;
    }
  }
  return tokens;
}

function stringAt(script: string, start: number): { text: string; end: number } {
  let text = '';
  for (let at = start; at < script.length; at++) {
    const character = script.charAt(at);
    if (!singleQuotes.includes(character)) text += character;
    else if (singleQuotes.includes(script.charAt(at + 1))) text += script.charAt(++at - 1);
    else return { text, end: at + 1 };
  }
  throw new Error('A string is not closed.');
}

/** As .NET's Regex.Unescape reads what may occur. */
export function unescapeLikeDotNet(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))/gs,
    (_, x?: string, u?: string, other?: string) => {
      const code = x ?? u;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      const known: Readonly<Record<string, string>> = { r: '\r', n: '\n', '\\': '\\' };
      const meant = known[other ?? ''];
      if (meant === undefined) throw new Error(`\\${other} is not expected.`);
      return meant;
    },
  );
}

export interface ScriptFiles {
  readonly options: Uint8Array;
  readonly body: Uint8Array;
  /** The file as the script names it. */
  readonly media: string;
}

/** The two files that the script writes. */
export function filesOf(
  script: string,
  mediaBytes: Uint8Array,
  environment: Readonly<Record<string, string>> = {},
): ScriptFiles {
  const variableOf = (word: string) => {
    const value = environment[word.replace(/^\$env:/, '')];
    if (value === undefined) throw new Error(`${word} is not set.`);
    return value;
  };
  const files: Record<string, Uint8Array[]> = {};
  let media = '';
  let current: Uint8Array[] = [];
  const tokens = tokensOf(script);
  tokens.forEach(({ kind, text }, index) => {
    const before = tokens.slice(0, index).findLast(({ text: word }) => word !== '(')?.text;
    if (kind === 'word') {
      if (text === 'Add-Media' && before !== 'function') current.push(mediaBytes);
      else if (text === '[string]$length')
        current.push(utf8(String(concatenate(files['body'] ?? []).length)));
      else if (text.startsWith('$env:')) {
        if (before === 'Add-Quoted') current.push(utf8(variableOf(text).replaceAll(/[\\"]/g, '\\$&')));
        else if (before === '$utf8.GetBytes') current.push(utf8(variableOf(text)));
      }
    } else if (before === '$folder') {
      current = [];
      files[text] = current;
    } else if (before === 'Add-Text') current.push(latin1(unescapeLikeDotNet(text)));
    else if (before === '-LiteralPath') media = text;
    else if (tokens[index - 2]?.text === '[regex]::Unescape') media = unescapeLikeDotNet(text);
  });
  return {
    options: concatenate(files['options'] ?? []),
    body: concatenate(files['body'] ?? []),
    media,
  };
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
