import { memo } from 'react';

type TokenKind = 'tag' | 'comment' | 'text';

const colours = { tag: 'text-xml-tag', comment: 'text-xml-comment' } as const;

const pattern = /<!--[\s\S]*?(?:-->|$)|<[?!](?:\[CDATA\[[\s\S]*?(?:\]\]>|$)|[^>]*>?)|<\/?[^<>]*>?/g;

/** XML in two or three colours, to the letter. */
export const XmlText = memo(function XmlText({ text }: { readonly text: string }) {
  return tokensOf(text).map(([kind, run], index) =>
    kind === 'text' ? (
      run
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no identity but their place
      <span key={index} className={colours[kind]}>
        {run}
      </span>
    ),
  );
});

function tokensOf(text: string): (readonly [TokenKind, string])[] {
  const tokens: (readonly [TokenKind, string])[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) tokens.push(['text', text.slice(from, match.index)]);
    const isComment = match[0].startsWith('<!') || match[0].startsWith('<?');
    tokens.push([isComment ? 'comment' : 'tag', match[0]]);
    from = match.index + match[0].length;
  }
  if (from < text.length) tokens.push(['text', text.slice(from)]);
  return tokens;
}
