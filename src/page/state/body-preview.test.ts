import { describe, expect, it } from 'vitest';
import type { BodySegment, RequestPlan } from '../../core/request/plan.ts';
import { client, type Origin } from '../../core/source/provenance.ts';
import { previewBody, type Role, shareOfParts } from './body-preview.ts';

const to: Origin = { kind: 'parameter', node: 'x', range: { start: 0, end: 4 }, parameter: 'to' };
const bytes = (text: string, role: Role, part: number | null, origin: Origin = client): BodySegment => ({
  kind: 'bytes',
  bytes: new TextEncoder().encode(text),
  origin,
  role,
  part,
});

function planOf(...body: BodySegment[]): RequestPlan {
  const length = (segment: BodySegment) => (segment.kind === 'media' ? segment.size : segment.bytes.length);
  return {
    body,
    parts: [
      { name: 'to', isFile: false },
      { name: 'file', isFile: true },
    ],
    bodyLength: body.reduce((sum, segment) => sum + length(segment), 0),
  } as unknown as RequestPlan;
}

const plan = planOf(
  bytes('--b\r\n', 'delimiter', 0),
  bytes('+420', 'value', 0, to),
  bytes('--b\r\n', 'delimiter', 1),
  { kind: 'media', size: 1000, part: 1 },
  bytes('--b--\r\n', 'delimiter', null),
);

describe('the body as it is read', () => {
  it('keeps the order and folds the media into one item', () => {
    const items = previewBody(plan);
    expect(items.map((item) => (item.kind === 'text' ? item.text : item.kind))).toEqual([
      '--b\r\n',
      '+420',
      '--b\r\n',
      'media',
      '--b--\r\n',
    ]);
    expect(items[1]).toMatchObject({ origin: to, hidden: 0 });
  });

  it('cuts a long value and says how much is left out', () => {
    const long = planOf(bytes(`${'x'.repeat(9)}👩xyz`, 'value', 0));
    const [item] = previewBody(long, { segment: 10, total: 100 });
    expect(item).toMatchObject({ text: 'xxxxxxxxx', hidden: 5 });
  });

  it('stops where it is too much in all, with the bytes that are left', () => {
    const items = previewBody(plan, { segment: 5, total: 5 });
    expect(items.at(-1)).toEqual({ kind: 'rest', bytes: plan.bodyLength - 5 });
    expect(items).toHaveLength(2);
  });

  it('shows bytes that are no UTF-8 as replacement characters', () => {
    const odd: BodySegment = {
      kind: 'bytes',
      bytes: new Uint8Array([0x61, 0xe9]),
      origin: client,
      role: 'value',
      part: 0,
    };
    expect(previewBody(planOf(odd))).toMatchObject([{ text: 'a\uFFFD' }]);
  });
});

describe('the share of each part', () => {
  it('counts delimiter, headers and value, and names the parameter in it', () => {
    expect(shareOfParts(plan)).toEqual([
      { name: 'to', isFile: false, bytes: 9, parameter: 'to' },
      { name: 'file', isFile: true, bytes: 1005, parameter: null },
    ]);
  });
});
