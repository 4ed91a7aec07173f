import { expect, test } from 'vitest';
import { maskSecrets, unmaskTyped } from './masked-text.ts';

const xml = '<account><password>aab🙂\nc d</password><title>aab</title></account>';
const shown = '<account><password>•••••\n•••</password><title>aab</title></account>';

/** `from` to `to` of the masked text is replaced, as a person does it in the field. */
function edited(from: number, to: number, text: string): string {
  const typed = shown.slice(0, from) + text + shown.slice(to);
  return unmaskTyped(xml, shown, typed, from + text.length);
}

const expected = (from: number, to: number, text: string) => xml.slice(0, from) + text + xml.slice(to);

test('secrets are dots, and every offset and line is where it was', () => {
  expect(maskSecrets(xml)).toBe(shown);
  expect(shown).toHaveLength(xml.length);
});

test('what is typed, deleted or replaced anywhere happens at the same place of the real text', () => {
  for (let from = 0; from <= xml.length; from += 1)
    for (const to of [from, from + 1, from + 3])
      for (const text of ['', 'x', 'two words']) {
        if (to > xml.length) continue;
        expect(edited(from, to, text), `${from} to ${to}: ${text}`).toBe(expected(from, to, text));
      }
});

test('a cursor that is elsewhere, as after a change that a program made, leaves the difference', () => {
  const typed = shown.replace('<title>aab', '<title>axb');
  expect(unmaskTyped(xml, shown, typed, 0)).toBe(xml.replace('<title>aab', '<title>axb'));
});
