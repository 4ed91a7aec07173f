import { describe, expect, it } from 'vitest';
import type { BodySegment, RequestPlan } from '../../../core/request/plan.ts';
import type { EventOf } from '../../../upload/protocol.ts';
import { sentMedia } from './sent-media.ts';

const bytes = (length: number): BodySegment => ({
  kind: 'bytes',
  bytes: new Uint8Array(length),
  origin: { kind: 'client' } as BodySegment & never,
  role: 'delimiter',
  part: null,
});
const media = (size: number): BodySegment => ({ kind: 'media', size, part: 0 });

function sent(body: readonly BodySegment[], left: number | null) {
  const bodyLength = body.reduce((sum, one) => sum + (one.kind === 'media' ? one.size : one.bytes.length), 0);
  const receipt = left === null ? null : ({ bodyBytes: left } as EventOf<'receipt'>);
  return sentMedia({ sent: { plan: { body, bodyLength } as RequestPlan, startedAt: 0 }, receipt });
}

describe('what left of the media', () => {
  const body = [bytes(10), media(100), bytes(5)];

  it.each([
    ['all', 115],
    ['all', 110],
    ['part', 109],
    ['part', 11],
    ['unsent', 10],
    ['unsent', 0],
  ] as const)('is %s of it where %i bytes of the body were counted', (expected, left) => {
    expect(sent(body, left)).toBe(expected);
  });

  it('is all of it where nobody counted', () => {
    expect(sent(body, null)).toBe('all');
  });

  it('is one whole copy where the template has it twice', () => {
    expect(sent([bytes(10), media(100), bytes(5), media(100)], 150)).toBe('all');
  });

  it('is nothing where no part holds it, or it has no bytes', () => {
    expect(sent([bytes(10)], 10)).toBe('absent');
    expect(sent([bytes(10), media(0), bytes(5)], 15)).toBe('empty');
  });
});
