import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventReader } from './event-reader.ts';
import type { ProtocolEvent } from './protocol.ts';

const events: readonly ProtocolEvent[] = [
  { type: 'lookup', at: 1, host: 'žluť.example', addresses: ['127.0.0.1'] },
  { type: 'progress', at: 2, bytes: 1024 },
  { type: 'end', at: 3, replyBytes: 0, truncated: false, excess: false, trailers: [] },
];
const stream = events.map((event) => `${JSON.stringify(event)}\n`).join('');

describe('the event reader', () => {
  it('gives the same events wherever the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: stream.length }), { maxLength: 8 }), (cuts) => {
        const reader = createEventReader();
        const places = [0, ...cuts.sort((a, b) => a - b), stream.length];
        const read = places.slice(1).flatMap((end, index) => reader.push(stream.slice(places[index], end)));
        expect(read).toEqual(events);
        expect(reader.rest()).toBe('');
      }),
    );
  });

  it('keeps what is not yet a line', () => {
    const reader = createEventReader();
    expect(reader.push('{"type":"prog')).toEqual([]);
    expect(reader.rest()).toBe('{"type":"prog');
  });

  it.each([
    '<html>Bad gateway</html>',
    '{"type":"surprise"}',
    '42',
  ])('turns a line that is no event into a failure: %s', (line) => {
    expect(createEventReader().push(`${line}\n`)).toMatchObject([{ type: 'error', code: 'internal' }]);
  });

  it('skips blank lines', () => {
    expect(createEventReader().push('\n\r\n')).toEqual([]);
  });

  // Looked through again with each piece, a line like this would take hours.
  it('reads a long line in one pass, however finely it is cut', () => {
    const base64 = btoa('x'.repeat(750_000));
    const reader = createEventReader();
    const line = `{"type":"reply-body","at":1,"base64":"${base64}"}`;
    let early = 0;
    for (const character of line) early += reader.push(character).length;
    expect(early).toBe(0);
    expect(reader.push('\n')).toEqual([{ type: 'reply-body', at: 1, base64 }]);
  });
});
