/** What looking for a field found, in words (RES-5). */
import type { FieldSearch, NearMiss, NoValue } from './field-search.ts';
import { advice, pass, quote, quotePath } from './reasons.ts';
import type { Reason } from './verdict.ts';

const rule = 'RES-5';

const whatStandsThere: Readonly<Record<NoValue, string>> = {
  blank: 'is empty',
  elements: 'holds elements instead of text',
  null: 'is null',
  boolean: 'is true or false instead of a text',
  object: 'is an object instead of a text',
  array: 'is an array instead of a text',
};

export function explainSearch(
  name: string,
  { found, others, passedOver, nearMisses }: FieldSearch,
): readonly Reason[] {
  const reasons = passedOver.map(({ path, instead }) =>
    advice(rule, `${quotePath(path)} ${whatStandsThere[instead]}: it counts as absent.`),
  );
  if (found === null)
    return [...reasons, ...nearMisses.map((miss) => advice(rule, explainNearMiss(name, miss)))];
  reasons.push(pass(rule, `${name} found at ${quotePath(found.path)}.`));
  if (others > 0) {
    const more = others === 1 ? 'There is another' : `There are ${others} more`;
    reasons.push(advice(rule, `${more} ${name} with a value: only the one named counts.`));
  }
  return reasons;
}

function explainNearMiss(name: string, miss: NearMiss): string {
  const where = `${quote(miss.name)} at ${quotePath(miss.path)}`;
  if (miss.attribute) return `There is an attribute ${where}, but only an element <${name}> counts.`;
  return `There is ${where}, but the name must be exactly ${name}.`;
}
