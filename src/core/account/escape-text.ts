/**
 * Text as it is written in XML. A `>` needs an escape only after `]]`; a lone CR would be read
 * as a line break, so it is a reference. Line breaks take the document's line ends (ACC-6).
 */
export function escapeText(text: string, before: string, lineEnd: string): string {
  return text.replaceAll(/[&<>\r\n]/g, (character, at: number) => {
    switch (character) {
      case '&':
        return '&amp;';
      case '<':
        return '&lt;';
      case '>':
        return (before + text.slice(Math.max(0, at - 2), at)).endsWith(']]') ? '&gt;' : '>';
      case '\r':
        return '&#13;';
      default:
        return lineEnd;
    }
  });
}
