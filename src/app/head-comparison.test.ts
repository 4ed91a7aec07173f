import { describe, expect, it } from 'vitest';
import { client } from '../core/provenance.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import { advanceExchange, startExchange } from './exchange.ts';
import { compareHead } from './head-comparison.ts';

const plan = {
  method: 'POST',
  target: '/',
  headers: [{ name: 'X', value: 'ž', pieces: [], origin: client }],
} as unknown as RequestPlan;
const start = startExchange({ plan, startedAt: 0 });
const written = (text: string) => {
  const head = btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  return compareHead(advanceExchange(start, { type: 'wire', events: [{ type: 'head-sent', at: 1, head }] }));
};

describe('the head that went out', () => {
  it('is equal to the preview to the byte, UTF-8 included', () => {
    expect(written('POST / HTTP/1.1\r\nX: ž\r\n\r\n')).toEqual({ kind: 'equal', bytes: 26 });
  });

  it('differs from the first other byte on', () => {
    expect(written('POST / HTTP/1.1\r\nx: ž\r\n\r\n')).toEqual({ kind: 'different', at: 17 });
    expect(written('POST / HTTP/1.1\r\nX: ž\r\n')).toEqual({ kind: 'different', at: 24 });
  });

  it('is not known before it went out', () => {
    expect(compareHead(start)).toEqual({ kind: 'unknown' });
  });
});
