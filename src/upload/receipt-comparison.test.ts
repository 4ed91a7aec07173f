import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runningHash, runningHashesOf } from '../test/running-hashes.ts';
import { receiptBlock, receiptEdge } from './protocol.ts';
import { compareBody, compareBytes, type Receipt } from './receipt-comparison.ts';

/** As the socket's side makes it. */
async function receiptOf(body: Uint8Array): Promise<Receipt> {
  const behindFirst = body.subarray(receiptEdge);
  return {
    type: 'receipt',
    at: 1,
    bodyBytes: body.length,
    hashes: await runningHashesOf(body),
    first: Buffer.from(body.subarray(0, receiptEdge)).toString('base64'),
    last: Buffer.from(behindFirst.subarray(Math.max(0, behindFirst.length - receiptEdge))).toString('base64'),
  };
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const compare = async (planned: Uint8Array, written: Uint8Array, size = 100_003) =>
  compareBody(await receiptOf(written), inPieces(planned, size), planned.length, await runningHash());

const body: Uint8Array = new Uint8Array(3 * receiptBlock + 200_000).map((_, index) => (index * 31) >> 3);

function changed(at: number, bytes: Uint8Array = body): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

describe('the receipt of a body', () => {
  it('is equal to the preview, in whatever pieces that is read', async () => {
    for (const size of [65_536, 999_999, body.length]) {
      expect(await compare(body, body, size)).toEqual({ kind: 'equal', bytes: body.length, of: body.length });
    }
    const small = body.subarray(0, 70_000);
    expect(await compare(small, small, 1)).toEqual({ kind: 'equal', bytes: 70_000, of: 70_000 });
    expect(await compare(body.subarray(0, 0), body.subarray(0, 0))).toEqual({
      kind: 'equal',
      bytes: 0,
      of: 0,
    });
  });

  it('counts what went out of an upload that ended early', async () => {
    const sent = body.subarray(0, receiptBlock + 5);
    expect(await compare(body, sent)).toEqual({ kind: 'equal', bytes: sent.length, of: body.length });
    expect(await compare(body, body.subarray(0, 0))).toEqual({ kind: 'equal', bytes: 0, of: body.length });
  });

  it.each([
    ['in its first bytes', body, 3],
    ['in the last byte of its first edge', body, receiptEdge - 1],
    ['in its last edge', body.subarray(0, receiptBlock + 9), receiptBlock + 3],
    ['in its last byte', body.subarray(0, 30_000), 29_999],
  ])('shows both sides of a difference %s', async (_, planned, at) => {
    const from = Math.max(0, at - 16);
    const to = at < receiptEdge ? Math.min(receiptEdge, at + 32) : at + 32;
    const written = changed(at, planned);
    expect(await compare(planned, written, 10_000)).toEqual({
      kind: 'different',
      difference: {
        place: 'exact',
        at,
        from,
        planned: planned.slice(from, to),
        written: written.slice(from, to),
      },
    });
  });

  it.each([
    ['after the first edge', receiptEdge, receiptEdge, receiptBlock],
    ['in a block of its middle', receiptBlock * 2 - 1, receiptBlock, receiptBlock * 2],
    ['in the block before its last edge', receiptBlock * 3 + 1, receiptBlock * 3, body.length - receiptEdge],
  ])('finds a difference %s to the block', async (_, at, from, to) => {
    expect(await compare(body, changed(at))).toEqual({
      kind: 'different',
      difference: { place: 'within', from, to, seen: null },
    });
  });

  it('does not call a difference in the last edge the first one where another stands before it', async () => {
    const at = receiptBlock * 3 + 1;
    const end = body.length - 9;
    expect(await compare(body, changed(end, changed(at)))).toMatchObject({
      difference: { place: 'within', from: receiptBlock * 3, to: end + 1, seen: { at: end } },
    });
  });

  it('reads no further than it must to find a difference', async () => {
    let read = 0;
    const counted = async function* () {
      for await (const piece of inPieces(body, 65_536)) {
        read += piece.length;
        yield piece;
      }
    };
    await compareBody(await receiptOf(changed(100_000)), counted(), body.length, await runningHash());
    expect(read).toBe(receiptBlock);
  });

  it('differs where the preview ends and more went out', async () => {
    const shown = body.subarray(0, 100);
    expect(await compare(shown, body.subarray(0, 101))).toMatchObject({
      difference: { place: 'exact', at: 100, planned: body.slice(84, 100), written: body.slice(84, 101) },
    });
  });

  it('never calls a body equal that is not, and places the first difference rightly', async () => {
    const length = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: body.length - 1 }));
    await fc.assert(
      fc.asyncProperty(length, fc.nat(), fc.nat(), async (size, one, other) => {
        const planned = body.subarray(0, size + 1);
        const places = [one % planned.length, other % planned.length].toSorted((a, b) => a - b);
        const [at = 0, second = 0] = places;
        const written = at === second ? changed(at, planned) : changed(second, changed(at, planned));
        const comparison = await compare(planned, written, 777_777);
        if (comparison === null || comparison.kind === 'equal') throw new Error('called equal');
        const { difference } = comparison;
        if (difference.place === 'exact') expect(difference.at).toBe(at);
        else expect(at >= difference.from && at < difference.to).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a receipt that lacks hashes', () => {
  const compareWith = async (hashes: Receipt['hashes']) =>
    compareBody(
      { ...(await receiptOf(body)), hashes },
      inPieces(body, 65_536),
      body.length,
      await runningHash(),
    );

  it('is not compared where it has none', async () => {
    expect(await compareWith(null)).toBeNull();
  });

  it('is never equal where one is missing', async () => {
    const hashes = await runningHashesOf(body);
    for (const missing of hashes.keys()) {
      expect(await compareWith(hashes.slice(0, missing))).toMatchObject({ kind: 'different' });
    }
  });
});

describe('the head that went out', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('is equal to the byte, UTF-8 included', () => {
    expect(compareBytes(bytes('X: ž\r\n'), bytes('X: ž\r\n'))).toEqual({ kind: 'equal', bytes: 7, of: 7 });
  });

  it('differs from the first other byte on, or where one side ends', () => {
    expect(compareBytes(bytes('X: a'), bytes('x: a'))).toMatchObject({ difference: { at: 0, from: 0 } });
    expect(compareBytes(bytes('X: a\r\n'), bytes('X: a'))).toMatchObject({
      difference: { at: 4, planned: bytes('X: a\r\n'), written: bytes('X: a') },
    });
  });
});
