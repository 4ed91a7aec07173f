import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedAt, type Disk, fileOn, someBytes } from '../../test/file-for-test.ts';
import { runningHash, runningHashesOf } from '../../test/running-hashes.ts';
import { receiptEdge } from '../../upload/protocol.ts';
import type { Receipt } from '../../upload/receipt-comparison.ts';
import { blockBytes } from '../media/blob-blocks.ts';
import { readEdges, takeFingerprint } from '../media/fingerprint.ts';
import { checkBody, sha256OfSent } from './body-check.ts';

const media = someBytes(3 * blockBytes + 99);
const before = new TextEncoder().encode('--B\r\n\r\n');
const behind = new TextEncoder().encode('\r\n--B--\r\n');
const range = { start: before.length, end: before.length + media.length };
const bodyOf = (file: Uint8Array) => Uint8Array.from(Buffer.concat([before, file, behind]));
const body = bodyOf(media);

async function receiptOf(sent: Uint8Array): Promise<Receipt> {
  return {
    type: 'receipt',
    at: 1,
    bodyBytes: sent.length,
    hashes: await runningHashesOf(sent),
    first: Buffer.from(sent.subarray(0, receiptEdge)).toString('base64'),
    last: Buffer.from(sent.subarray(Math.max(receiptEdge, sent.length - receiptEdge))).toString('base64'),
  };
}

const chosenFile = fileOn({ bytes: media });
const fingerprint = takeFingerprint(chosenFile, await readEdges(chosenFile), await runningHash());

/** `sent` left, and `now` is what the body reads as when it is compared; null where it can't be read. */
async function check(sent: Uint8Array, now: Disk['bytes']) {
  const disk: Disk = { bytes: body };
  const file = fileOn(disk);
  disk.bytes = now;
  const taken = await fingerprint;
  if (taken.kind !== 'taken') throw new Error(taken.kind);
  const order = { receipt: await receiptOf(sent), body: file, ranges: [range], blocks: taken.blocks };
  return checkBody(order, await runningHash(), await runningHash(), () => {});
}

const middle = range.start + 2 * blockBytes - 7;

describe('a body that is read from disk', () => {
  it('is equal where file and receipt are those of what was chosen', async () => {
    const comparison = { kind: 'equal', bytes: body.length, of: body.length };
    expect(await check(body, body)).toEqual({ kind: 'compared', comparison });
  });

  it('is never equal where the file changed to the same size before it was sent', async () => {
    for (const at of [range.start, middle, range.end - 1]) {
      const changed = changedAt(body, at);
      expect(await check(changed, changed)).toEqual({ kind: 'changed', wasSent: true });
    }
  });

  it('is not compared, and not called different, where the file changed after it was sent', async () => {
    const notCompared = { kind: 'changed', wasSent: false };
    for (const at of [range.start, middle, range.end - 1]) {
      expect(await check(body, changedAt(body, at))).toEqual(notCompared);
    }
    expect(await check(body, bodyOf(media.subarray(0, 2 * blockBytes)))).toEqual(notCompared);
    expect(await check(body, null)).toEqual({ kind: 'unreadable' });
  });

  it('differs where the file changed while it was sent, and changed back', async () => {
    expect(await check(changedAt(body, middle), body)).toMatchObject({
      kind: 'compared',
      comparison: { kind: 'different' },
    });
  });

  it('is judged as far as it went where the upload ended early', async () => {
    const part = body.subarray(0, middle + 3);
    const equal = { kind: 'compared', comparison: { kind: 'equal', bytes: part.length, of: body.length } };
    expect(await check(part, body)).toEqual(equal);
    expect(await check(part, changedAt(body, middle + 2 * blockBytes))).toEqual(equal);
    const changed = changedAt(body, range.start + 4);
    expect(await check(changed.subarray(0, middle), changed)).toEqual({ kind: 'changed', wasSent: true });
    // In the block that left in part nobody knows on which side the change is.
    const behindIt = changedAt(body, part.length + 1);
    expect(await check(part, behindIt)).toEqual({ kind: 'changed', wasSent: false });
    expect(await check(part.subarray(0, 3), changed)).toMatchObject({
      comparison: { kind: 'equal', bytes: 3 },
    });
  });

  it('is equal only where what left is what was chosen, whatever was on disk meanwhile', async () => {
    const place = fc.integer({ min: range.start, max: range.end - 1 });
    const states = fc.option(place).map((at) => (at === null ? body : changedAt(body, at)));
    const length = fc.oneof(fc.constant(body.length), fc.nat({ max: body.length }));
    await fc.assert(
      fc.asyncProperty(states, states, length, async (sent, now, end) => {
        const left = sent.subarray(0, end);
        const finding = await check(left, now);
        const isAsChosen = Buffer.from(left).equals(body.subarray(0, end));
        if (finding.kind === 'compared') expect(finding.comparison.kind === 'equal').toBe(isAsChosen);
        if (finding.kind === 'changed' && finding.wasSent) expect(isAsChosen).toBe(false);
      }),
      { numRuns: 25 },
    );
  });
});

it('a body with the media in it twice is judged in both places', async () => {
  const twice = Uint8Array.from(Buffer.concat([before, media, behind, media]));
  const second = { start: range.end + behind.length, end: twice.length };
  const taken = await fingerprint;
  if (taken.kind !== 'taken') throw new Error(taken.kind);
  const checkTwice = async (bytes: Uint8Array<ArrayBuffer>) =>
    checkBody(
      {
        receipt: await receiptOf(bytes),
        body: new Blob([bytes]),
        ranges: [range, second],
        blocks: taken.blocks,
      },
      await runningHash(),
      await runningHash(),
      () => {},
    );
  expect(await checkTwice(twice)).toMatchObject({ kind: 'compared', comparison: { kind: 'equal' } });
  expect(await checkTwice(changedAt(twice, second.end - 1))).toEqual({ kind: 'changed', wasSent: true });
});

describe('the SHA-256 of what was sent', () => {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const of = async (sent: Uint8Array, now: Disk['bytes']) => {
    const disk: Disk = { bytes: body };
    const file = fileOn(disk);
    disk.bytes = now;
    const order = { receipt: await receiptOf(sent), body: file, ranges: [range], blocks: [] };
    return sha256OfSent(order, await runningHash());
  };

  it('is of the body as far as it was sent, and of the media where that was sent whole', async () => {
    expect(await of(body, body)).toEqual({ body: sha256(body), media: sha256(media) });
    const part = body.subarray(0, range.end - 1);
    expect(await of(part, body)).toEqual({ body: sha256(part), media: null });
  });

  it('is of no other bytes: there is none where the file has changed since', async () => {
    for (const now of [changedAt(body, middle), bodyOf(media.subarray(0, 2 * blockBytes)), null]) {
      expect(await of(body, now)).toBeNull();
    }
  });
});
