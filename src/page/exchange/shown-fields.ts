/** The first headers or trailers of a reply, each with the beginning of its value: no more than a page bears. */
import type { Reply } from '../../upload/exchange.ts';
import { type Excerpt, ExcerptBudget, excerptOf, nameLimits, valueLimits } from './excerpt.ts';

export interface ShownField {
  readonly name: Excerpt;
  readonly value: Excerpt;
}

export interface ShownFields {
  readonly shown: readonly ShownField[];
  /** Fields that are left out after them. */
  readonly hidden: number;
}

const maxFields = 200;
/** Of all values together. */
const allLimits = { characters: 60_000, cost: 3000 };

export function shownFields(fields: Reply['headers']): ShownFields {
  const shown: ShownField[] = [];
  const budget = new ExcerptBudget(allLimits);
  for (const [name, value] of fields.slice(0, maxFields)) {
    if (budget.isSpent) break;
    shown.push({ name: excerptOf(name, nameLimits), value: budget.take(value, valueLimits) });
  }
  return { shown, hidden: fields.length - shown.length };
}
