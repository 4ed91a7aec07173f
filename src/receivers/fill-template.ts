/**
 * A template is a source file of its language with two additions: lines between `@@if WORD…` and `@@end`, each in
 * a comment, stay where one of the words applies; `@@name@@` is a value, written as the language writes it.
 */

export function fillTemplate(
  template: string,
  words: ReadonlySet<string>,
  values: Readonly<Record<string, string>>,
): string {
  const lines: string[] = [];
  const applying: boolean[] = [];
  for (const line of template.split('\n')) {
    const [, mark, rest = ''] = /^\s*(?:\/\/|#)\s*@@(if|end)\b(.*)$/.exec(line) ?? [];
    if (mark === 'if')
      applying.push(
        rest
          .trim()
          .split(' ')
          .some((word) => words.has(word)),
      );
    else if (mark === 'end') applying.pop();
    else if (!applying.includes(false)) lines.push(line);
  }
  return lines.join('\n').replaceAll(/@@(\w+)@@/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The template has no value for ${name}.`);
    return value;
  });
}
