import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestPlan } from '../../core/request/plan.ts';
import { client, type Origin } from '../../core/source/provenance.ts';
import { mapRequest, readWindow, segmentAt } from './request-map.ts';

const utf8 = new TextEncoder();
const media = utf8.encode('MEDIA-BYTES');
const to: Origin = { kind: 'parameter', node: 'x', range: { start: 0, end: 4 }, parameter: 'to' };

const plan = {
  method: 'POST',
  targetPieces: [
    { text: '/u?to=', origin: client },
    { text: '%2B420', origin: to },
  ],
  headers: [{ name: 'X-D', value: 'ž!', pieces: [{ text: 'ž!', origin: to }], origin: client }],
  body: [
    { kind: 'bytes', bytes: utf8.encode('--b\r\n'), origin: client, role: 'delimiter', part: 0 },
    { kind: 'bytes', bytes: utf8.encode(''), origin: client, role: 'value', part: 0 },
    { kind: 'media', size: media.length, part: 0 },
    { kind: 'bytes', bytes: utf8.encode('\r\n--b--\r\n'), origin: client, role: 'delimiter', part: null },
  ],
} as unknown as RequestPlan;

const whole = utf8.encode('POST /u?to=%2B420 HTTP/1.1\r\nX-D: ž!\r\n\r\n--b\r\nMEDIA-BYTES\r\n--b--\r\n');
const readMedia = async (start: number, end: number) => media.subarray(start, end);

describe('the map of a request', () => {
  const map = mapRequest(plan);

  it('names the place of each segment that the Account XML brought in', () => {
    const places = map.segments.map(({ place }) => place).filter((place) => place !== null);
    expect(places).toEqual(['target-1', 'header-0-0', 'body-2']);
  });

  it('covers head and body without a gap', () => {
    expect(map.length).toBe(whole.length);
    expect(map.headLength).toBe(utf8.encode('POST /u?to=%2B420 HTTP/1.1\r\nX-D: ž!\r\n\r\n').length);
    let at = 0;
    for (const segment of map.segments) {
      expect(segment.start).toBe(at);
      at += segment.length;
    }
  });

  it('knows which parameter a byte came from', () => {
    const segment = map.segments[segmentAt(map, 'POST /u?to=%2'.length)];
    expect(segment?.origin).toBe(to);
  });

  it('reads any window, through head, parts and media', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length }), fc.nat({ max: 40 }), async (start, length) => {
        const window = await readWindow(map, start, start + length, readMedia);
        expect([...window]).toEqual([...whole.subarray(start, start + length)]);
      }),
    );
  });

  it('passes on that the media can’t be read', async () => {
    const gone = () => Promise.reject(new Error('gone'));
    await expect(readWindow(map, map.length - 15, map.length, gone)).rejects.toThrow('gone');
  });
});
