/** XML cut into tags, texts, comments and the like; joined, the pieces are the text. */

/**
 * Each character is looked at a fixed number of times, whatever the text: a tag that is none ends where
 * that was seen, and nothing before that place is tried again.
 */
export function* xmlPieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = pieceEnd(text, at);
    yield text.slice(at, end);
    at = end;
  }
}

/** What begins like the first ends with the second, or with the text. */
const enclosed = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

function pieceEnd(text: string, start: number): number {
  if (text[start] !== '<') return endOr(text.indexOf('<', start), text);
  for (const [opening, closing] of enclosed) {
    if (!text.startsWith(opening, start)) continue;
    const close = text.indexOf(closing, start + opening.length);
    return close < 0 ? text.length : close + closing.length;
  }
  return text.startsWith('<!', start) ? declarationEnd(text, start) : tagEnd(text, start);
}

/** Behind the `>` that no quotes hide; before a further `<`, where this is no tag. */
function tagEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '>') return at + 1;
    if (character === '<') return at;
    if (character === '"' || character === "'") at = endOr(text.indexOf(character, at + 1), text);
  }
  return text.length;
}

/** The internal subset of a document type declaration has tags, quotes and comments of its own. */
function declarationEnd(text: string, start: number): number {
  const significant = /<!--|<\?|["'[\]>]/g;
  significant.lastIndex = start + 2;
  let inSubset = false;
  for (let match = significant.exec(text); match; match = significant.exec(text)) {
    const [found] = match;
    if (found === '>' && !inSubset) return significant.lastIndex;
    if (found === '[') inSubset = true;
    else if (found === ']') inSubset = false;
    else if (found !== '>') {
      const closing = found === '<!--' ? '-->' : found === '<?' ? '?>' : found;
      significant.lastIndex = endOr(text.indexOf(closing, significant.lastIndex), text);
      if (significant.lastIndex < text.length) significant.lastIndex += closing.length;
    }
  }
  return text.length;
}

function endOr(index: number, text: string): number {
  return index < 0 ? text.length : index;
}
