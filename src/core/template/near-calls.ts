/** Finds a hash that lost its percent signs (TPL-12): `sha1(%account[password]%)` sends the password itself. */
import { hashFunction } from './parameter-catalogue.ts';
import type { TemplatePlace } from './template.ts';
import type { TemplateToken } from './template-tokens.ts';

export interface NearCall extends TemplatePlace {
  /** As between percent signs: `sha1(%account[password]%)`. */
  readonly call: string;
}

/** With a percent sign in front it is a call that was not closed (TPL-3). */
const opening = new RegExp(`(?<![\\w%])${hashFunction}\\($`, 'i');
/** Tokens that are looked at for its end, so that all of it stays linear. */
const mostTokens = 16;

export function findNearCalls(text: string, tokens: readonly TemplateToken[]): readonly NearCall[] {
  return tokens.flatMap((token, index): NearCall[] => {
    if (token.kind !== 'literal' || tokens[index + 1]?.kind !== 'parameter') return [];
    // As long as the name and its bracket, and a character in front.
    const from = Math.max(token.start, token.end - hashFunction.length - 2);
    if (!opening.test(text.slice(from, token.end))) return [];
    const start = token.end - hashFunction.length - 1;
    const close = closingBracket(text, tokens.slice(index + 1, index + 1 + mostTokens));
    if (close === undefined) return [];
    const argument = text.slice(token.end, close);
    const end = text[close + 1] === '%' ? close + 2 : close + 1;
    return [{ start, end, call: `${hashFunction}(${argument})` }];
  });
}

/** In the first literal text that has one, on the same line and in the same part. */
function closingBracket(text: string, tokens: readonly TemplateToken[]): number | undefined {
  for (const { kind, start, end } of tokens) {
    if (kind === 'call') return undefined;
    if (kind === 'parameter') continue;
    const at = text.slice(start, end).search(/[()&\r\n]/);
    if (at >= 0) return text[start + at] === ')' ? start + at : undefined;
  }
  return undefined;
}
