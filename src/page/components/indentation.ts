/** Levels that are set in further: twenty thousand of them would make a text of gigabytes. */
const deepest = 40;

/** The white space before a line of a reply that is printed for reading. */
export function indentation(depth: number): string {
  return '  '.repeat(Math.min(depth, deepest));
}
