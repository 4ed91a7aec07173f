/** Header lines to put in: names where a line starts, then what they usually say (HDR-2, HDR-3). */
import { lineBreak } from '../core/request/custom-headers.ts';
import { splitSlice } from '../core/template/split-template.ts';
import { parseTemplate } from '../core/template/template-tokens.ts';
import {
  type CompletionItem,
  type Completions,
  noCompletions,
  presentDetail,
  presentLast,
} from './completions.ts';
import type { ValueAt } from './value-at.ts';

interface CommonHeader {
  readonly name: string;
  readonly value: string;
  readonly what: string;
}

export const commonHeaders: readonly CommonHeader[] = [
  { name: 'X-Media-Size', value: '%media_size%', what: 'The size of the media in bytes.' },
  { name: 'X-Media-Type', value: '%content_type%', what: 'The media type of the file part.' },
  { name: 'X-Recipient', value: '%to%', what: 'Who the media goes to.' },
  { name: 'X-Sender', value: '%account[username]%', what: 'Who sends it.' },
  { name: 'X-Install-Id', value: '%installid%', what: 'Distinguishes installations of the app.' },
  { name: 'X-App-Id', value: '%appid%', what: 'Distinguishes apps.' },
  {
    name: 'Authorization',
    value: 'Bearer ',
    what: 'A token that your server knows. Keep it in a node of its own and write %account[node]% here.',
  },
  {
    name: 'Accept',
    value: 'application/json',
    what: 'Which form of reply you prefer; the app reads both.',
  },
  { name: 'Accept-Language', value: '%locale%', what: 'The language of error messages.' },
  {
    name: 'User-Agent',
    value: 'MyApp/%version% (%platform%)',
    what: "Takes the place of the app's own (HDR-5).",
  },
  { name: 'Cache-Control', value: 'no-store', what: "Takes the place of the app's own (HDR-5)." },
];

export function completeHeaders(value: ValueAt, isKnown: (name: string) => boolean): Completions {
  const { text, at } = value;
  const before = text.slice(0, at);
  const tokens = parseTemplate(before, isKnown);
  const lines = splitSlice(before, { tokens, start: 0, end: at, separator: '' }, lineBreak);
  const line = lines.at(-1) ?? lines[0];
  const white = /^[ \t\r\n]*/.exec(before.slice(line.start))?.[0].length ?? 0;
  const start = line.start + white;
  const typed = before.slice(start);
  const [name, headerValue] = splitSlice(before, line, /:/g, 1);
  if (headerValue !== undefined) {
    const isEmpty = before.slice(headerValue.start).trim() === '';
    return isEmpty
      ? usualValue(value, before.slice(name.start, name.end).trim(), headerValue.start)
      : noCompletions;
  }
  return /^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/.test(typed) ? headerNames(value, start, isKnown) : noCompletions;
}

function headerNames(value: ValueAt, start: number, isKnown: (name: string) => boolean): Completions {
  const { text, at } = value;
  const after = /^[A-Za-z0-9-]*/.exec(text.slice(at))?.[0].length ?? 0;
  const end = at + after;
  const hasColon = text[end] === ':';
  const replace = value.rangeOf(start, end);
  if (!replace) return noCompletions;
  const there = presentNames(text, isKnown);
  if (start < end) there.delete(text.slice(start, end).toLowerCase());
  const items = commonHeaders.map(({ name, value: usual, what }): CompletionItem => {
    const isPresent = there.has(name.toLowerCase());
    return {
      label: name,
      insert: hasColon ? name : `${name}: ${usual}`,
      kind: 'header',
      detail: isPresent ? presentDetail : usual.trim(),
      documentation: what,
      ...(isPresent && { present: true as const }),
    };
  });
  return { replace, items: presentLast(items), incomplete: false };
}

function usualValue(value: ValueAt, name: string, start: number): Completions {
  const usual = commonHeaders.find((header) => header.name.toLowerCase() === name.toLowerCase());
  const { text, at } = value;
  const restOfLine = text.slice(at).split(lineBreak, 1)[0] ?? '';
  const replace = value.rangeOf(start, at);
  if (!usual || !replace || restOfLine.trim() !== '') return noCompletions;
  const item: CompletionItem = {
    label: usual.value.trim(),
    insert: ` ${usual.value}`,
    kind: 'value',
    detail: `for ${usual.name}`,
    documentation: usual.what,
    filter: ` ${usual.value}`,
  };
  return { replace, items: [item], incomplete: false };
}

/** In lower case: names of headers are compared without it. */
function presentNames(text: string, isKnown: (name: string) => boolean): Set<string> {
  const whole = { tokens: parseTemplate(text, isKnown), start: 0, end: text.length, separator: '' };
  return new Set(
    splitSlice(text, whole, lineBreak).map((line) => {
      const [name, value] = splitSlice(text, line, /:/g, 1);
      return value === undefined ? '' : text.slice(name.start, name.end).trim().toLowerCase();
    }),
  );
}
