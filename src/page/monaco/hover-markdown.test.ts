import { expect, it } from 'vitest';
import { hoverMarkdown, plain } from './hover-markdown.ts';

it('says title, explanation and facts', () => {
  const text = hoverMarkdown({
    range: { start: 0, end: 1 },
    title: 'to',
    paragraphs: ['Who gets it.', 'Rewritten.'],
    rows: [{ label: 'Value', value: 'a' }],
  });
  expect(text).toBe('**to**\n\nWho gets it\\.\n\nRewritten\\.\n\n- **Value**: a');
});

it('leaves no markup of a document in force', () => {
  expect(plain('[x](http://e.example) <b>&amp;`')).toBe(
    '\\[x\\]\\(http\\:\\/\\/e\\.example\\) \\<b\\>\\&amp\\;\\`',
  );
  expect(plain('a\r\n\n# b')).toBe('a \\# b');
});
