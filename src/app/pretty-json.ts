import { indentation } from './indentation.ts';

/** JSON with line breaks, for reading only: tokens stay to the letter, large numbers included. */
export function prettyJson(text: string): string | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g) ?? [];
  let depth = 0;
  let out = '';
  tokens.forEach((token, index) => {
    const closes = token === '}' || token === ']';
    const before = tokens[index - 1];
    const afterOpening = before === '{' || before === '[';
    if (closes) {
      depth -= 1;
      out += afterOpening ? token : `\n${indentation(depth)}${token}`;
      return;
    }
    if (afterOpening || before === ',') out += `\n${indentation(depth)}`;
    out += token === ':' ? ': ' : token;
    if (token === '{' || token === '[') depth += 1;
  });
  return out;
}
