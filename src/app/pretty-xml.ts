/**
 * XML with line breaks, for reading only. Only white space between tags is changed: text,
 * CDATA, comments and attributes stay to the letter, and an element that holds text stays on
 * one line. What is not well-formed is shown as far as it goes.
 */
import { indentation } from './indentation.ts';

const tokens =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+|</g;

type Kind = 'open' | 'close' | 'alone' | 'text';

export function prettyXml(source: string): string {
  const parts = source.match(tokens) ?? [];
  let depth = 0;
  let out = '';
  /** Open elements since the first text: up to its end, mixed content is not touched. */
  let inline = 0;
  let before: Kind | null = null;
  parts.forEach((part, index) => {
    const kind = kindOf(part);
    if (kind === 'text' && inline === 0 && part.trim() === '') return;
    if (kind === 'close') depth = Math.max(0, depth - 1);
    const onSameLine =
      before === null ||
      inline > 0 ||
      kind === 'text' ||
      before === 'text' ||
      (before === 'open' && kind === 'close');
    if (!onSameLine) out += `\n${indentation(depth)}`;
    if (kind === 'text' && inline === 0) {
      const nextCloses = kindOf(parts[index + 1] ?? '') === 'close';
      out += nextCloses ? part.trim() : part.trimStart();
      inline = 1;
    } else {
      out += part;
      if (inline > 0 && kind === 'open') inline += 1;
      if (inline > 0 && kind === 'close') inline -= 1;
    }
    if (kind === 'open') depth += 1;
    before = kind;
  });
  return out;
}

function kindOf(token: string): Kind {
  if (token.startsWith('<![CDATA[')) return 'text';
  if (token.startsWith('<!') || token.startsWith('<?')) return 'alone';
  if (!token.startsWith('<') || token === '<') return 'text';
  if (token.startsWith('</')) return 'close';
  return token.endsWith('/>') ? 'alone' : 'open';
}
