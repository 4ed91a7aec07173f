/** Levels that are set in further; twenty thousand of them would make a text of gigabytes. */
const deepest = 40;

/** JSON with line breaks, for reading only: tokens stay to the letter, large numbers included. */
export function prettyJson(text: string): string | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g) ?? [];
  let depth = 0;
  const indent = () => '  '.repeat(Math.min(depth, deepest));
  let out = '';
  tokens.forEach((token, index) => {
    const closes = token === '}' || token === ']';
    const before = tokens[index - 1];
    const afterOpening = before === '{' || before === '[';
    if (closes) {
      depth -= 1;
      out += afterOpening ? token : `\n${indent()}${token}`;
      return;
    }
    if (afterOpening || before === ',') out += `\n${indent()}`;
    out += token === ':' ? ': ' : token;
    if (token === '{' || token === '[') depth += 1;
  });
  return out;
}
