/** The first headers or trailers of a reply, each with the beginning of its value: no more than a page bears. */
import { type Excerpt, excerptOf, measure, valueLimits } from './excerpt.ts';
import type { Reply } from './exchange.ts';

export interface ShownField {
  readonly name: Excerpt;
  readonly value: Excerpt;
}

export interface ShownFields {
  readonly shown: readonly ShownField[];
  /** Fields that are left out behind them. */
  readonly hidden: number;
}

const maxFields = 200;
const nameLimits = { characters: 200, cost: 100 };
/** Of all values together. */
const allLimits = { characters: 60_000, cost: 3000 };

export function shownFields(fields: Reply['headers']): ShownFields {
  const shown: ShownField[] = [];
  let { characters, cost } = allLimits;
  for (const [name, value] of fields.slice(0, maxFields)) {
    if (characters <= 0 || cost <= 0) break;
    const limits = {
      characters: Math.min(valueLimits.characters, characters),
      cost: Math.min(valueLimits.cost, cost),
    };
    const measured = measure(value, limits);
    characters -= measured.end;
    cost -= measured.cost;
    shown.push({
      name: excerptOf(name, nameLimits),
      value: { text: value.slice(0, measured.end), hidden: value.length - measured.end },
    });
  }
  return { shown, hidden: fields.length - shown.length };
}
