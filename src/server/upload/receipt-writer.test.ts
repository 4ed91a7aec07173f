import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { rawTarget } from '../../test/raw-target.ts';
import { createRunningHash } from '../../upload/running-hash.ts';
import { ReceiptWriter } from './receipt-writer.ts';

async function writerTo(port: number) {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return new ReceiptWriter(socket, await createRunningHash());
}

const write = (writer: ReceiptWriter, bytes: Uint8Array) =>
  new Promise<void>((resolve) => writer.write(bytes, resolve));

test('head and body are separated by the empty line, wherever the bytes are cut', async () => {
  const head = 'POST / HTTP/1.1\r\nA: \r\nB: x\n\r\r\n\r\n';
  const all = Buffer.from(`${head}body\r\n\r\nmore`);
  const cuts = fc.uniqueArray(fc.nat({ max: all.length }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(cuts, async (places) => {
      const target = await rawTarget(() => {});
      const writer = await writerTo(target.port);
      const edges = [0, ...places.sort((a, b) => a - b), all.length];
      for (const [index, from] of edges.slice(0, -1).entries()) {
        await write(writer, all.subarray(from, edges[index + 1]));
      }
      expect(writer.writtenHead?.toString()).toBe(head);
      expect(writer.bodyBytes).toBe(all.length - head.length);
      const receipt = writer.receipt(0);
      expect(Buffer.from(receipt.first, 'base64').toString()).toBe('body\r\n\r\nmore');
    }),
    { numRuns: 20 },
  );
});

test('there is no head before its empty line', async () => {
  const target = await rawTarget(() => {});
  const writer = await writerTo(target.port);
  await write(writer, Buffer.from('POST / HTTP/1.1\r\n'));
  expect(writer.writtenHead).toBeNull();
  expect(writer.bodyBytes).toBe(0);
});

test('bytes that a server does not read are not given back', async () => {
  const target = await rawTarget((socket) => void socket.pause());
  const writer = await writerTo(target.port);
  await write(writer, Buffer.from('POST / HTTP/1.1\r\n\r\n'));
  let given = 0;
  const onReleased = () => {
    given += 1;
  };
  for (let piece = 0; piece < 64; piece += 1) writer.write(Buffer.alloc(2 ** 20), onReleased);
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  expect(writer.bodyBytes).toBe(64 * 2 ** 20);
  expect(given).toBeLessThan(64);
});
