/** Envelopes of every shape and size: a soundly answered line, and nobody else kept waiting for it. */
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxEnvelopeBytes } from '../../upload/protocol.ts';
import { isFailure } from '../upload/target.ts';
import { readEnvelope } from './envelope.ts';
import { shapedEnvelope } from './envelope-shape.ts';

const sound = { method: 'POST', url: 'http://1.1.1.1/', headers: [['A', 'b']], bodyLength: 0 };

const readLine = (text: string) => readEnvelope(Readable.from([Buffer.from(`${text}\n`)]), 1000);

test('any JSON is an envelope of its known fields, or is rejected', async () => {
  const json = fc.json({ maxDepth: 4 });
  const field = fc.constantFrom(
    ...Object.keys(sound),
    'limits',
    'acceptCertificate',
    'pace',
    '__proto__',
    'other',
  );
  const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(...Object.values(sound)));
  const near = fc
    .dictionary(field, value, { noNullPrototype: true })
    .map((changes) => JSON.stringify({ ...sound, ...changes }));
  const known = ['method', 'url', 'headers', 'bodyLength', 'limits', 'acceptCertificate', 'pace'];
  await fc.assert(
    fc.asyncProperty(fc.oneof(json, near, fc.string()), async (text) => {
      const read = await readLine(text.replaceAll('\n', ' '));
      if (isFailure(read)) {
        expect(read.code).toBe('envelope-invalid');
        expect(read.detail.length).toBeLessThan(100);
        return;
      }
      expect(known).toEqual(expect.arrayContaining(Object.keys(read.envelope)));
      expect(Object.values(read.envelope).includes(undefined)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('an envelope is read as it was written', async () => {
  const whole = {
    ...sound,
    limits: { connect: 0.5, silence: 1, total: 2 },
    acceptCertificate: `00${':0A'.repeat(31)}`,
    pace: 4096,
  };
  expect(await readLine(JSON.stringify({ ...whole, other: 1 }))).toMatchObject({ envelope: whole });
});

/** A line as long as can be: `piece` again and again. */
function filled(head: string, piece: string, tail: string): string {
  const room = maxEnvelopeBytes - 1 - Buffer.byteLength(head + tail);
  return head + piece.repeat(Math.floor(room / Buffer.byteLength(piece))) + tail;
}

const opening = '{"method":"POST","url":"http://1.1.1.1/","bodyLength":0,"headers":[';

test.each([
  ['numbers for headers', filled(opening, '0,', '0]}'), /headers/],
  ['empty headers', filled(opening, '[],', '[]]}'), /headers/],
  ['half headers', filled(opening, '["",0],', '0]}'), /headers/],
  ['sound headers', filled(opening, '["a",""],', '["a",""]]}'), /more than 1000 headers/],
  ['strings', filled(opening, '"",', '""]}'), /headers/],
  [
    'a URL',
    filled('{"method":"POST","headers":[],"bodyLength":0,"url":"http://1.1.1.1/', '../', '"}'),
    /URL/,
  ],
  ['a host', filled('{"method":"POST","headers":[],"bodyLength":0,"url":"http://', 'ü', '"}'), /URL/],
  [
    'a method',
    filled('{"url":"http://1.1.1.1/","headers":[],"bodyLength":0,"method":"', 'A', '"}'),
    /method/,
  ],
  ['one key again', filled('{', '"a":0,', '"z":0}'), /method/],
])('a line full of %s is refused at its first fault', async (_, line, words) => {
  expect(Buffer.byteLength(line)).toBeLessThan(maxEnvelopeBytes);
  expect(await readLine(line)).toMatchObject({
    code: 'envelope-invalid',
    detail: expect.stringMatching(words),
  });
});

test('a fault is found without looking at what follows it', () => {
  let looks = 0;
  const watched = new Proxy([], {
    get: (target, name) => {
      looks += 1;
      return Reflect.get(target, name);
    },
  });
  expect(shapedEnvelope({ ...sound, headers: [['A', 1], ...Array(900).fill(watched)] })).toContain(
    'headers.0.1',
  );
  expect(looks).toBe(0);
});

test('nothing is read beyond what an envelope may have', async () => {
  let given = 0;
  const source = Readable.from(
    (function* () {
      for (let count = 0; count < 100; count += 1) {
        given += 16384;
        yield Buffer.alloc(16384, ' ');
      }
    })(),
  );
  expect(await readEnvelope(source, 1000)).toMatchObject({ detail: expect.stringContaining('longer than') });
  expect(given).toBeLessThan(maxEnvelopeBytes + 8 * 16384);
});

test.each([
  0,
  -1,
  0.5,
  '4096',
  null,
  1e300,
  100,
])('a pace of %j for 6001 bytes or more is refused', async (pace) => {
  const read = await readLine(JSON.stringify({ ...sound, bodyLength: 6001, pace }));
  expect(read).toMatchObject({ code: 'envelope-invalid', detail: expect.stringContaining('pace') });
});

test('a body that takes a minute at its pace is taken', async () => {
  const paced = { ...sound, bodyLength: 6000, pace: 100 };
  expect(await readLine(JSON.stringify(paced))).toMatchObject({ envelope: paced });
});
