import { indentation } from '../components/indentation.ts';
import { BoundedText } from './bounded-text.ts';

/** A string, a bracket or comma, or anything else but white space. No part of it is read twice. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},:]|[^\s[\]{},:"]+/g;

/** JSON with line breaks, for reading only: tokens stay to the letter, large numbers included. */
export function prettyJson(text: string, limit?: number): BoundedText | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  const out = new BoundedText(limit);
  let depth = 0;
  let before: string | undefined;
  for (const [found] of text.matchAll(token)) {
    const closes = found === '}' || found === ']';
    const afterOpening = before === '{' || before === '[';
    if (closes) depth -= 1;
    if (closes ? !afterOpening : afterOpening || before === ',') out.add(`\n${indentation(depth)}`);
    out.add(found === ':' ? ': ' : found);
    if (found === '{' || found === '[') depth += 1;
    before = found;
  }
  return out;
}
