/**
 * The beginning of a text that somebody else wrote, no more than a page can bear: characters cost
 * layout, and marks, tags and lines cost elements and boxes. What is left out is counted, never silent.
 */
export interface Excerpt {
  readonly text: string;
  /** Characters that are left out after `text`. */
  readonly hidden: number;
}

export interface ExcerptLimits {
  readonly characters: number;
  /** Of what `costs` counts. */
  readonly cost: number;
  /** A line end is one, and no mark. */
  readonly hasLines?: boolean;
}

/** A reply's body. */
export const bodyLimits: ExcerptLimits = { characters: 100_000, cost: 4000, hasLines: true };
/** One value: a header's, a field's, a name's. */
export const valueLimits: ExcerptLimits = { characters: 4000, cost: 1000 };
/** What a value is called. */
export const nameLimits: ExcerptLimits = { characters: 200, cost: 100 };

/** Whatever gets an element or a box of its own, a mark, a tag or a line; and what is heaped on one place. */
const costly = /[\p{Cc}\p{Cf}\p{M}\u00A0\u2028\u2029\uFFFD<]/gu;
/** As measured: a mark takes some ten times as long to draw as a line or a tag. */
const costOf = (character: string, hasLines: boolean | undefined): number => {
  if (character === '<' || (hasLines && character === '\n')) return 1;
  return /[\p{M}\u200D]/u.test(character) ? 1 : 10;
};

/** `length`: of the whole text where `text` is only its beginning already. */
export function excerptOf(text: string, limits = valueLimits, length = text.length): Excerpt {
  const { end } = measure(text, limits);
  return { text: text.slice(0, end), hidden: length - end };
}

/** Excerpts of many values, with limits of their own for all of them together. */
export class ExcerptBudget {
  private characters: number;
  private cost: number;

  constructor({ characters, cost }: ExcerptLimits) {
    this.characters = characters;
    this.cost = cost;
  }

  get isSpent(): boolean {
    return this.characters <= 0 || this.cost <= 0;
  }

  take(text: string, limits: ExcerptLimits): Excerpt {
    const { end, cost } = measure(text, {
      characters: Math.min(limits.characters, this.characters),
      cost: Math.min(limits.cost, this.cost),
    });
    this.characters -= end;
    this.cost -= cost;
    return { text: text.slice(0, end), hidden: text.length - end };
  }
}

/** Where a text is to be cut, and what it costs up to there. */
export function measure(
  text: string,
  limits: ExcerptLimits,
): { readonly end: number; readonly cost: number } {
  const most = Math.min(text.length, limits.characters);
  let end = most;
  let cost = 0;
  costly.lastIndex = 0;
  for (let match = costly.exec(text); match && match.index < most; match = costly.exec(text)) {
    const more = cost + costOf(match[0], limits.hasLines);
    if (more > limits.cost) {
      end = match.index;
      break;
    }
    cost = more;
  }
  if (end < text.length && isSecondHalf(text, end)) end -= 1;
  return { end, cost };
}

/** Of a character that takes two UTF-16 units. */
function isSecondHalf(text: string, at: number): boolean {
  const [before, code] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before <= 0xdbff && code >= 0xdc00 && code <= 0xdfff;
}
