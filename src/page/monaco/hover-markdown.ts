/** A hover as the lines that the editor draws: nothing of a document is ever read as markup. */
import type { Hover } from '../../language/hovers.ts';

export function hoverMarkdown({ title, paragraphs, rows }: Hover): string {
  const facts = rows.map(({ label, value }) => `- **${plain(label)}**: ${plain(value)}`);
  return [`**${plain(title)}**`, ...paragraphs.map(plain), facts.join('\n')]
    .filter((block) => block !== '')
    .join('\n\n');
}

/** Every ASCII punctuation mark may stand behind a backslash (CommonMark 2.4); a line stays one line. */
export function plain(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}
