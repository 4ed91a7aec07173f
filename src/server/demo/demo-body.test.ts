import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DemoBody, demoLimits, readDemoBody } from './demo-body.ts';

const multipart = 'multipart/form-data; charset=utf-8; boundary="B"';

function read(chunks: Iterable<Uint8Array>, type: string | undefined = multipart): Promise<DemoBody> {
  const headers = type === '' ? {} : { 'content-type': type };
  const source = Object.assign(Readable.from(chunks, { objectMode: false }), { headers });
  return readDemoBody(source as unknown as IncomingMessage);
}

const readText = (body: string, type?: string) => read([Buffer.from(body)], type);
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

const photo = Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x0d, 0x0a, 0x2d, 0x2d, 0x41, 0x58]);
const whole = Buffer.concat([
  Buffer.from('--B\r\nContent-Disposition: form-data; name=to\r\n\r\n+420 žluť\r\n'),
  Buffer.from(
    '--B\r\nContent-Disposition: form-data; name="file"; filename="a/b/výlet.jpg"\r\nContent-Type: image/jpeg\r\n\r\n',
  ),
  photo,
  Buffer.from('\r\n--B\r\nContent-Disposition: form-data; name=""\r\n\r\n\r\n--B--\r\n'),
]);
const understood: DemoBody = {
  bodyLength: whole.length,
  fields: [
    { name: 'to', value: '+420 žluť', truncated: false },
    { name: '', value: '', truncated: false },
  ],
  files: [
    {
      field: 'file',
      name: 'a/b/výlet.jpg',
      type: 'image/jpeg',
      size: photo.length,
      sha256: sha256(photo),
      bytesAre: 'image/jpeg',
      media: null,
    },
  ],
  fault: null,
  broken: null,
};

test('fields and files are reported with their names, letters of other languages included', async () => {
  expect(await read([whole])).toEqual(understood);
});

test('however the body arrives in chunks, the report is the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 20 }), async (cuts) => {
      const ends = [0, ...cuts.sort((a, b) => a - b), whole.length];
      const chunks = ends.slice(1).map((end, index) => whole.subarray(ends[index], end));
      expect(await read(chunks)).toEqual(understood);
    }),
    { numRuns: 40 },
  );
});

test('a body that ends too early is reported, wherever it was cut', async () => {
  const ended = whole.lastIndexOf('--');
  for (let length = 0; length < ended; length += 1) {
    const { bodyLength, fault } = await read([whole.subarray(0, length)]);
    expect(bodyLength).toBe(length);
    expect(fault).toMatch(/ends before|headers are malformed/);
  }
});

test('of a file that breaks off, what arrived is reported', async () => {
  const { files, fault } = await read([whole.subarray(0, whole.indexOf(photo) + 4)]);
  expect(files).toMatchObject([{ name: 'a/b/výlet.jpg', size: 4, sha256: sha256(photo.subarray(0, 4)) }]);
  expect(fault).toBe('The body ends before its closing delimiter.');
});

test('a part header that is none is reported, and the body is read to its end', async () => {
  const body = `--B\r\nContent Disposition; form-data\r\n\r\nvalue\r\n--B--\r\n${'x'.repeat(300_000)}`;
  const { bodyLength, fault } = await read(
    Array.from({ length: Math.ceil(body.length / 1000) }, (_, index) =>
      Buffer.from(body.slice(index * 1000, index * 1000 + 1000)),
    ),
  );
  expect(bodyLength).toBe(body.length);
  expect(fault).toEqual(expect.stringContaining('headers are malformed'));
});

test('the documentation’s empty line before the headers loses the file, and that is reported (MP-7)', async () => {
  const { files, fault } = await readText(
    '--B\r\n\r\nContent-Disposition: form-data; name=file; filename=a.jpg\r\n\r\nbytes\r\n--B--\r\n',
  );
  expect(files).toEqual([]);
  expect(fault).toContain('MP-7');
});

test('a part without a Content-Disposition is not passed over in silence', async () => {
  const { files, fault } = await readText('--B\r\nContent-Type: image/jpeg\r\n\r\nbytes\r\n--B--\r\n');
  expect(files).toEqual([]);
  expect(fault).toMatch(/^A part was passed over/);
});

test.each([
  ['', /no Content-Type/],
  ['text/plain', /text\/plain, not multipart/],
  ['multipart/form-data', /no boundary/],
  ['multipart/form-data; boundary=', /no boundary/],
  ['multipart/form-database; boundary=B', /not multipart/],
])('a body of the type %j is counted, and why it was not divided is told', async (type, fault) => {
  const body = await readText('0123456789', type);
  expect(body).toMatchObject({ bodyLength: 10, fields: [], files: [] });
  expect(body.fault).toMatch(fault);
});

test('no more is kept than the limits allow', async () => {
  const field = (name: number, value: string) =>
    `--B\r\nContent-Disposition: form-data; name=${name}\r\n\r\n${value}\r\n`;
  const long = await readText(`${field(1, 'x'.repeat(demoLimits.fieldSize + 1))}--B--\r\n`);
  expect(long.fields).toMatchObject([{ truncated: true }]);
  expect(long.fields[0]?.value.length).toBe(demoLimits.fieldSize);
  const many = Array.from({ length: demoLimits.fields + 5 }, (_, index) => field(index, 'x')).join('');
  const { fields, fault } = await readText(`${many}--B--\r\n`);
  expect(fields.length).toBe(demoLimits.fields);
  expect(fault).toMatch(/more than 100 fields/);
});

test('while very many parts are read, others have their turn', async () => {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const part = '--B\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n';
  const { bodyLength, fields } = await readText(`${part.repeat(200_000)}--B--\r\n`);
  isOver = true;
  expect(bodyLength).toBe(part.length * 200_000 + 7);
  expect(fields.length).toBe(demoLimits.fields);
  // In one piece it would be one; how many it is depends on the machine.
  expect(turns).toBeGreaterThan(3);
});

test('an empty form is no fault', async () => {
  expect(await readText('--B--\r\n')).toMatchObject({ fields: [], files: [], fault: null });
});
