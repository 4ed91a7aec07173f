import { describe, expect, it } from 'vitest';
import { assignHues, type Hues, hueCount } from './parameter-hues.ts';

const none: Hues = new Map();

describe('parameter hues', () => {
  it('are given in the order of first use', () => {
    expect([...assignHues(none, ['to', 'description', 'to'])]).toEqual([
      ['to', 0],
      ['description', 1],
    ]);
  });

  it('stay with a parameter when another one comes before it', () => {
    const first = assignHues(none, ['to', 'description']);
    const second = assignHues(first, ['imei', 'to', 'description']);
    expect([second.get('to'), second.get('description'), second.get('imei')]).toEqual([0, 1, 2]);
  });

  it('are given again once they are free', () => {
    const first = assignHues(none, ['to', 'description']);
    const second = assignHues(first, ['description', 'imei']);
    expect([second.get('description'), second.get('imei')]).toEqual([1, 0]);
  });

  it('are all different for as many parameters as there are hues, then shared evenly', () => {
    const names = Array.from({ length: hueCount * 2 }, (_, index) => `p${index}`);
    const hues = [...assignHues(none, names).values()];
    expect(new Set(hues.slice(0, hueCount)).size).toBe(hueCount);
    expect(new Set(hues.slice(hueCount)).size).toBe(hueCount);
  });

  it('are the same map while nothing changes', () => {
    const first = assignHues(none, ['to', 'imei']);
    expect(assignHues(first, ['imei', 'to'])).toBe(first);
  });

  it('are for what is known: the rest wears the colour of errors, until it is known', () => {
    const first = assignHues(none, ['to', 'nope'], ['nope', 'deep']);
    expect([...first]).toEqual([
      ['nope', 'unknown'],
      ['deep', 'unknown'],
      ['to', 0],
    ]);
    expect(assignHues(first, ['to', 'nope'], ['nope', 'deep'])).toBe(first);
    expect([...assignHues(first, ['to', 'nope'], [])]).toEqual([
      ['to', 0],
      ['nope', 1],
    ]);
  });
});
