import { describe, expect, it } from 'vitest';
import { createExactTexts } from './exact-texts.ts';

describe('exact texts', () => {
  it('are kept where there is more than one kind of line end, or a kind the editor has not', () => {
    const texts = createExactTexts();
    const all = ['a\nb', 'a\r\nb\r\n', 'a\r\nb\n', '\na\r\n', 'a\rb'];
    for (const [version, text] of all.entries()) texts.remember(version, text);
    expect(all.map((_, version) => texts.recall(version))).toEqual([
      undefined,
      undefined,
      'a\r\nb\n',
      '\na\r\n',
      'a\rb',
    ]);
  });

  it('are forgotten, the oldest first, before they take too much room', () => {
    const texts = createExactTexts();
    const large = `${'x'.repeat(6 * 1024 * 1024)}\r`;
    for (const version of [1, 2, 3]) texts.remember(version, large);
    expect([1, 2, 3].map((version) => texts.recall(version)?.length)).toEqual([
      undefined,
      large.length,
      large.length,
    ]);
  });

  it('are of the latest text of a state', () => {
    const texts = createExactTexts();
    texts.remember(1, 'a\rb');
    texts.remember(1, 'ab');
    expect(texts.recall(1)).toBeUndefined();
    texts.remember(1, 'ab', 'always');
    expect(texts.recall(1)).toBe('ab');
  });
});
