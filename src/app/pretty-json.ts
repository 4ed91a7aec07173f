/** JSON with line breaks, for reading only: tokens stay to the letter, large numbers included. */
export function prettyJson(text: string): string | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g) ?? [];
  let indent = '';
  let out = '';
  tokens.forEach((token, index) => {
    const closes = token === '}' || token === ']';
    const before = tokens[index - 1];
    const afterOpening = before === '{' || before === '[';
    if (closes) {
      indent = indent.slice(2);
      out += afterOpening ? token : `\n${indent}${token}`;
      return;
    }
    if (afterOpening || before === ',') out += `\n${indent}`;
    out += token === ':' ? ': ' : token;
    if (token === '{' || token === '[') indent += '  ';
  });
  return out;
}
