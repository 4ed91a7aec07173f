import { customHeadersKey } from '../core/account/service-keys.ts';
import { lineBreak } from '../core/request/custom-headers.ts';
import { splitSlice } from '../core/template/split-template.ts';
import { parseTemplate } from '../core/template/template-tokens.ts';
import { commonHeaders } from './complete-headers.ts';
import type { ParameterPlace } from './hover-parameter.ts';
import type { Hover } from './hovers.ts';
import { knownNames } from './read-document.ts';
import { userAgentFacts } from './service-facts.ts';

/** What a common header of the custom headers is for. */
export function hoverHeader({ key, value, built }: ParameterPlace): Hover | null {
  if (key !== customHeadersKey) return null;
  const { text, at } = value;
  const tokens = parseTemplate(text, knownNames(built));
  const lines = splitSlice(text, { tokens, start: 0, end: text.length, separator: '' }, lineBreak);
  const line = lines.find(({ start, end }) => start <= at && at <= end);
  if (!line) return null;
  const [name, rest] = splitSlice(text, line, /:/g, 1);
  const written = text.slice(name.start, name.end).trim();
  const start = text.indexOf(written, name.start);
  if (rest === undefined || at < start || at > start + written.length) return null;
  const known = commonHeaders.find((header) => header.name.toLowerCase() === written.toLowerCase());
  const range = known && value.rangeOf(start, start + written.length);
  const more = known?.name === 'User-Agent' ? [userAgentFacts] : [];
  return range ? { range, title: known.name, paragraphs: [known.what, ...more], rows: [] } : null;
}
