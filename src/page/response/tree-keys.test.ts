import { expect, it } from 'vitest';
import { treeStep } from './tree-keys.ts';

const rows = [1, 2, 3, 3, 2].map((level) => ({ level }));

it.each([
  ['ArrowDown', 1, 2],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 1, 0],
  ['ArrowUp', 0, 0],
  ['Home', 3, 0],
  ['End', 1, 4],
  ['ArrowRight', 1, 2],
  ['ArrowRight', 2, 2],
  ['ArrowRight', 4, 4],
  ['ArrowLeft', 3, 1],
  ['ArrowLeft', 4, 0],
  ['ArrowLeft', 0, 0],
])('%s leads from row %i to row %i', (key, from, to) => {
  expect(treeStep(rows, from, key)).toBe(to);
});

it('leaves other keys alone', () => {
  expect(treeStep(rows, 1, 'Tab')).toBeNull();
});
