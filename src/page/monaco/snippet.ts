/** Text with a place for the cursor, in the editor's snippet syntax. */

/** `$`, `}` and `\` mean something in a snippet; in the text they mean themselves. */
function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

/** `cursor` is counted in `text`. */
export function snippetOf(text: string, cursor: number): string {
  return `${escaped(text.slice(0, cursor))}$0${escaped(text.slice(cursor))}`;
}
