import { describe, expect, it } from 'vitest';
import type { RequestPlan } from '../../core/request/plan.ts';
import { client, type Origin } from '../../core/source/provenance.ts';
import { assumptionsByPlace } from './affected-places.ts';

const at = (start: number, end: number): Origin => ({ kind: 'literal', node: 'n', range: { start, end } });
const plan = {
  urlPieces: [{ text: 'a', origin: at(0, 10) }],
  targetPieces: [{ text: 'a', origin: at(0, 10) }],
  headers: [{ name: 'X', value: '', pieces: [{ text: 'x', origin: at(20, 30) }], origin: client }],
  body: [
    { kind: 'bytes', bytes: new Uint8Array(1), origin: at(40, 50), role: 'value', part: 0 },
    { kind: 'media', size: 1, part: 0 },
  ],
} as unknown as RequestPlan;

describe('places that an assumption affects', () => {
  it('are found by the characters that they came from', () => {
    const ranges = [
      { start: 5, end: 8 },
      { start: 45, end: 60 },
    ];
    expect(assumptionsByPlace(plan, [{ id: 'sms-to', ranges }])).toEqual({
      url: ['sms-to'],
      headers: [],
      body: ['sms-to'],
    });
  });

  it('do not count a range that only borders', () => {
    expect(
      assumptionsByPlace(plan, [{ id: 'url-encoding', ranges: [{ start: 10, end: 20 }] }]).headers,
    ).toEqual([]);
  });

  it('fall back to where the assumption belongs', () => {
    expect(assumptionsByPlace(plan, [{ id: 'url-encoding', ranges: [] }]).url).toEqual(['url-encoding']);
  });
});
