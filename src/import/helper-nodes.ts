/**
 * Nodes that hold pieces of text which can't stand in a template as they are: a literal `%to%` would be read as a
 * parameter, a typed `\n` as a line break. A node's value is never expanded again (TPL-2).
 */
export class HelperNodes {
  private readonly names = new Map<string, string>();

  /** A parameter that gives `text`, which has no white space at its ends (ACC-2). */
  parameterFor(text: string): string {
    const name = this.names.get(text) ?? `importedText${this.names.size + 1}`;
    this.names.set(text, name);
    return `%account[${name}]%`;
  }

  /** Name and value of each. */
  list(): readonly (readonly [string, string])[] {
    return Array.from(this.names, ([text, name]) => [name, text]);
  }
}
