/**
 * XML with line breaks, for reading only. Only white space between tags is changed: text,
 * CDATA, comments and attributes stay to the letter, and an element that holds text stays on
 * one line. What is not well-formed is shown as far as it goes.
 */

import { indentation } from '../components/indentation.ts';
import { BoundedText } from './bounded-text.ts';
import { xmlPieces } from './xml-pieces.ts';

type Kind = 'open' | 'close' | 'alone' | 'text';

export function prettyXml(source: string, limit?: number): BoundedText {
  const out = new BoundedText(limit);
  let depth = 0;
  /** Open elements since the first text: up to its end, mixed content is not touched. */
  let inline = 0;
  let before: Kind | null = null;
  const write = (part: string, next: string) => {
    const kind = kindOf(part);
    if (kind === 'text' && inline === 0 && part.trim() === '') return;
    if (kind === 'close') depth = Math.max(0, depth - 1);
    const onSameLine =
      before === null ||
      inline > 0 ||
      kind === 'text' ||
      before === 'text' ||
      (before === 'open' && kind === 'close');
    if (!onSameLine) out.add(`\n${indentation(depth)}`);
    if (kind === 'text' && inline === 0) {
      out.add(kindOf(next) === 'close' ? part.trim() : part.trimStart());
      inline = 1;
    } else {
      out.add(part);
      if (inline > 0 && kind === 'open') inline += 1;
      if (inline > 0 && kind === 'close') inline -= 1;
    }
    if (kind === 'open') depth += 1;
    before = kind;
  };
  let part: string | null = null;
  for (const next of xmlPieces(source)) {
    if (part !== null) write(part, next);
    part = next;
  }
  if (part !== null) write(part, '');
  return out;
}

function kindOf(token: string): Kind {
  if (token.startsWith('<![CDATA[')) return 'text';
  if (token.startsWith('<!') || token.startsWith('<?')) return 'alone';
  // A < that begins no tag.
  if (!token.startsWith('<') || !token.endsWith('>')) return 'text';
  if (token.startsWith('</')) return 'close';
  return token.endsWith('/>') ? 'alone' : 'open';
}
