import { expect, it } from 'vitest';
import { snippetOf } from './snippet.ts';

it('puts the cursor where it was asked for', () => {
  expect(snippetOf('<a></a>', 3)).toBe('<a>$0</a>');
});

it('takes what has a meaning in a snippet as it is', () => {
  expect(snippetOf('$1 \\ {}', 2)).toBe('\\$1$0 \\\\ {\\}');
});
