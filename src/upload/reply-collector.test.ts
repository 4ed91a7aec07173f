import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteCollector } from './byte-collector.ts';
import type { ProtocolEvent } from './protocol.ts';
import { ReplyCollector } from './reply-collector.ts';

const body = (text: string): ProtocolEvent => ({ type: 'reply-body', at: 1, base64: btoa(text) });

describe('collected bytes', () => {
  it('are the pieces in their order, of any size, and more may follow', () => {
    const sizes = fc.array(fc.constantFrom(0, 1, 3, 262_143, 262_144, 262_145, 600_000), { maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.nat({ max: 8 }), (lengths, early) => {
        const collector = new ByteCollector();
        const pieces = lengths.map((length, index) => Buffer.alloc(length, index + 1));
        pieces.forEach((piece, index) => {
          collector.add(piece);
          if (index === early) collector.joined();
        });
        expect(Buffer.concat(pieces).equals(collector.joined())).toBe(true);
        expect(collector.joined()).toBe(collector.joined());
      }),
      { numRuns: 30 },
    );
  });
});

describe('a collected reply', () => {
  it('is reported as a count, and kept byte by byte', () => {
    const collector = new ReplyCollector();
    expect(collector.take([body('ab'), body('\0\xff')])).toEqual([{ type: 'reply-bytes', bytes: 4 }]);
    expect([...collector.body()]).toEqual([97, 98, 0, 255]);
  });

  it('keeps the head and the end for whoever reads it', () => {
    const collector = new ReplyCollector();
    const head: ProtocolEvent = {
      type: 'reply-head',
      at: 5,
      httpVersion: '1.1',
      status: 200,
      statusText: 'OK',
      headers: [],
      bodyBytesSent: 0,
    };
    const end: ProtocolEvent = {
      type: 'end',
      at: 9,
      replyBytes: 0,
      truncated: false,
      excess: false,
      trailers: [],
    };
    expect(collector.take([head, end])).toEqual([head, end]);
    expect(collector).toMatchObject({ head, end });
  });

  it('reports no more than a page can handle, however much comes at once', () => {
    const interim: ProtocolEvent = { type: 'interim', at: 1, status: 102 };
    const flood = fc.array(
      fc.constantFrom<ProtocolEvent>(body('a'), interim, { type: 'progress', at: 2, bytes: 7 }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(flood, (events) => {
        const collector = new ReplyCollector();
        const many = events.flatMap((event) => Array<ProtocolEvent>(5000).fill(event));
        const taken = [...collector.take(many), ...collector.take(many)];
        expect(taken.length).toBeLessThanOrEqual(20 + 2 * events.length);
        const counted = taken.reduce((sum, one) => sum + (one.type === 'reply-bytes' ? one.bytes : 0), 0);
        expect(counted).toBe(collector.body().length);
        const interims = taken.reduce(
          (sum, one) => sum + (one.type === 'interim' ? 1 : one.type === 'more-interims' ? one.count : 0),
          0,
        );
        expect(interims).toBe(2 * many.filter((one) => one.type === 'interim').length);
      }),
      { numRuns: 30 },
    );
  });
});
