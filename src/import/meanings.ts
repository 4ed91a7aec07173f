/** What a captured value can be taken for, and what its name and form say for it. */
import { isCatalogueParameter } from '../core/template/parameter-catalogue.ts';

/**
 * `literal`: sent as it was captured, every time. `left-out`: not in the Account XML; the app sends its own header
 * or none. `login`: the keys for a login (HDR-6). `media_content`: the file. Else a parameter of that name.
 */
export type Meaning = string;

export const literal = 'literal';
export const leftOut = 'left-out';
export const login = 'login';

const titles: Readonly<Record<string, string>> = {
  [literal]: 'Always this text',
  [leftOut]: 'Not sent',
  [login]: 'Login of the account',
  media_content: 'The photo or clip',
  to: 'Recipient (to)',
  description: 'Text of the message (description)',
  'account[username]': 'User name (account[username])',
  'account[password]': 'Password (account[password])',
  media_size: 'Size of the file (media_size)',
  content_type: 'Type of the file (content_type)',
};

export function titleOf(meaning: Meaning): string {
  return titles[meaning] ?? `Parameter ${meaning}`;
}

/** What any text value can be. */
export const textMeanings: readonly Meaning[] = [
  literal,
  'to',
  'description',
  'account[username]',
  'account[password]',
];

export type Confidence = 'sure' | 'likely' | 'unsure';

export interface Suggestion {
  readonly meaning: Meaning;
  readonly confidence: Confidence;
  readonly why: string;
}

/** What is known of the file when a value is looked at. */
export interface MediaFacts {
  readonly size: number;
  readonly type: string;
}

const byName: readonly (readonly [RegExp, Meaning])[] = [
  [
    /^(?:sms)?to(?:number|address|user)?$|^recipients?$|^dest(?:ination)?$|^(?:phone|msisdn|callee|receiver|target)(?:number)?$|^number$/,
    'to',
  ],
  [/^(?:desc(?:ription)?|text|message|msg|caption|comment|note|title)$/, 'description'],
  [
    /^(?:from|user(?:name|id)?|login|sender|account(?:id|name)?|caller|ext(?:ension)?|uid|sip(?:user|id)?)(?:number)?$/,
    'account[username]',
  ],
  [/^(?:pass(?:word|wd)?|pwd|secret)$/, 'account[password]'],
];

/** By its name, then by its form; null where nothing speaks for anything. */
export function suggest(name: string, value: string, media: MediaFacts | null): Suggestion | null {
  const plain = name.toLowerCase().replaceAll(/^x-|[^a-z0-9]/g, '');
  if (media !== null && value === String(media.size)) {
    if (/size|length|bytes/.test(plain))
      return sure('media_size', 'it is the size of the file, and called so');
    if (value.length > 3) return likely('media_size', 'it is the size of the file in bytes');
  }
  if (media !== null && value !== '' && value === media.type)
    return /type|mime/.test(plain)
      ? sure('content_type', 'it is the type of the file, and called so')
      : likely('content_type', 'it is the type of the file');
  if (value === '') return null;
  const [, meaning] = byName.find(([pattern]) => pattern.test(plain)) ?? [];
  const isAddress = /^(?:sips?:[^\s]+|\+?\d{6,16})$/.test(value);
  if (meaning === 'to' && isAddress) return sure('to', `it is called “${name}”, and is a number or address`);
  if (meaning === 'account[password]' && /^\*+$/.test(value)) return null;
  if (meaning !== undefined) return likely(meaning, `it is called “${name}”`);
  if (
    isCatalogueParameter(name) &&
    name !== 'media_content' &&
    name !== 'media_size' &&
    name !== 'content_type'
  )
    return likely(name, 'it is called like this parameter');
  if (/^\+\d{6,16}$/.test(value))
    return { meaning: 'to', confidence: 'unsure', why: 'it looks like a phone number' };
  return null;
}

function sure(meaning: Meaning, why: string): Suggestion {
  return { meaning, confidence: 'sure', why };
}

function likely(meaning: Meaning, why: string): Suggestion {
  return { meaning, confidence: 'likely', why };
}
