import { once } from 'node:events';
import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { demoAtWork, form, requestFor } from '../../test/demo-client.ts';
import { envelopeFor, upload } from '../../test/raw-target.ts';
import { maxReplyBytes, type ProtocolEvent } from '../../upload/protocol.ts';

const printed = '<media_url>http://media.server.com/video_1234567890.mp4</media_url>';
const success = /<media_url>http:\/\/127\.0\.0\.1:\d+\/demo\/media\/[\w-]{24}<\/media_url>/;

/** What the playground's own sender makes of a scenario. */
async function sendTo(query: string, body = form, silence = 30) {
  const { port } = await demoAtWork();
  const { events, last } = await upload(
    envelopeFor(port, body, {
      url: `http://127.0.0.1:${port}/demo/upload?${query}`,
      headers: [
        ['Host', `127.0.0.1:${port}`],
        ['Content-Type', 'multipart/form-data; boundary=B'],
        ['Content-Length', String(body.length)],
      ],
      limits: { silence },
    }),
    body,
  );
  const pieces = events.filter((event) => event.type === 'reply-body');
  return {
    last,
    reply: Buffer.concat(pieces.map(({ base64 }) => Buffer.from(base64, 'base64'))),
    head: events.find((event) => event.type === 'reply-head'),
    interims: events.flatMap((event) => (event.type === 'interim' ? [event.status] : [])),
  };
}

const codeOf = (event: ProtocolEvent | undefined) => (event?.type === 'error' ? event.code : event?.type);

test.each([
  ['never', 0.2, ['silence']],
  ['reset', 30, ['reset-before-reply']],
  ['hang-up', 30, ['reset-before-reply']],
  ['reset-reply', 30, ['reset-during-reply', 'reply-too-short']],
  ['too-short', 30, ['reply-too-short']],
  ['not-http', 30, ['not-http']],
  ['large-head', 30, ['reply-head-too-large']],
])('scenario=%s is a transport failure, by its code', async (name, silence, codes) => {
  const { last } = await sendTo(`scenario=${name}`, form, silence);
  expect(codes).toContain(codeOf(last));
});

test.each([
  ['402', 402, 'Not enough credit'],
  ['411', 411, 'The Content-Length is missing'],
  ['413', 413, 'The file is too large'],
  ['redirect', 307, 'The service has moved'],
  ['redirect&status=302', 302, 'The service has moved'],
  ['html', 500, '<h1>Internal Server Error</h1>'],
  ['no-media-url', 200, '<message>Stored</message>'],
  ['json-as-xml', 200, '"media_url"'],
  ['slow&rate=100000', 200, success],
  ['early&at=0', 200, printed],
  ['documentation', 200, printed],
  ['trailers', 200, success],
  ['interim', 200, success],
  ['interim&reply=json', 200, '"media_url"'],
])('scenario=%s is a complete reply', async (query, status, part) => {
  const { last, reply, head } = await sendTo(`scenario=${query}`);
  expect(last).toMatchObject({ type: 'end', excess: false, truncated: false });
  expect(head).toMatchObject({ status });
  expect(reply.toString()).toMatch(part);
});

test('a redirect says where to, and a refusal by the head alone that nothing was read', async () => {
  const demo = await demoAtWork();
  expect((await demo.visit('?scenario=redirect')).text).toMatch(
    /\r\nLocation: \/demo\/upload\?reply=xml\r\n/,
  );
  expect(demo.lastReport()?.fields).toMatchObject([{ name: 'to' }]);
  await demo.visit('?scenario=413');
  expect(demo.lastReport()).toMatchObject({ bodyLength: 0, fields: [], target: '/demo/upload?scenario=413' });
});

test('a page in HTML may run nothing, though it comes from our origin', async () => {
  const { text } = await (await demoAtWork()).visit('?scenario=html');
  expect(text).toMatch(/\r\nContent-Security-Policy: default-src 'none'; sandbox\r\n/);
  expect(text).toMatch(/\r\nX-Content-Type-Options: nosniff\r\n/);
});

test('the empty reply is one of no bytes', async () => {
  const { text } = await (await demoAtWork()).visit('?scenario=empty');
  expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n(.+\r\n)*Content-Length: 0\r\n(.+\r\n)*\r\n$/);
});

test('interim replies come ahead of the one that counts', async () => {
  expect((await sendTo('scenario=interim')).interims).toEqual([102, 103]);
});

test('the compressed reply is one', async () => {
  const { head, reply } = await sendTo('scenario=gzip');
  expect(head).toMatchObject({ headers: expect.arrayContaining([['Content-Encoding', 'gzip']]) });
  expect(gunzipSync(reply).toString()).toMatch(success);
});

test('trailers stand after the last chunk', async () => {
  const { text } = await (await demoAtWork()).visit('?scenario=trailers');
  expect(text).toMatch(/\r\n0\r\nX-Stored-As: \S+\r\nX-Took: 12 ms\r\n\r\n$/);
});

test('a reply longer than it says has all that it says, and more', async () => {
  const { last, reply } = await sendTo('scenario=too-long');
  expect(last).toMatchObject({ type: 'end', excess: true });
  expect(reply.toString()).toMatch(success);
});

test.each(['huge', 'endless'])('of scenario=%s no more than the limit is read', async (name) => {
  const { last, reply } = await sendTo(`scenario=${name}`);
  expect(last).toMatchObject({ type: 'end', truncated: true });
  expect(reply.length).toBe(maxReplyBytes);
});

test('a trickled reply takes its time', async () => {
  const { last, reply } = await sendTo('scenario=slow-reply&seconds=1');
  expect(last).toMatchObject({ type: 'end' });
  expect(last?.at).toBeGreaterThan(700);
  expect(reply.toString()).toMatch(success);
});

test('a slow reader is no faster than its rate', async () => {
  const { last, head } = await sendTo('scenario=slow&rate=200000', form.padEnd(100_000, 'x'));
  expect(head).toMatchObject({ status: 200 });
  expect(last?.at).toBeGreaterThan(400);
});

test('a reset comes at the byte that was asked for, as a reset', async () => {
  const demo = await demoAtWork();
  const socket = connect(demo.port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const body = 'x'.repeat(5000);
  const request = requestFor('?scenario=reset&at=3000', body);
  socket.write(request.slice(0, request.length - 2001));
  await expect.poll(demo.connections).toBe(1);
  const error = once(socket, 'error').catch((reason: unknown) => [reason]);
  socket.write('x');
  expect(await error).toMatchObject([{ code: 'ECONNRESET' }]);
  await expect.poll(() => demo.lastReport()?.fault).toMatch(/^The connection ended after 3000 of 5000 bytes/);
});

test('a body that is shorter than the byte of the reset is reset at its end', async () => {
  const demo = await demoAtWork();
  expect(await demo.visit('?scenario=reset&at=100000')).toEqual({ text: '', ended: 'reset' });
  expect(demo.lastReport()).toMatchObject({ bodyLength: form.length });
});

test('an early answer comes while the rest is still to be sent, and the rest is read', async () => {
  const demo = await demoAtWork();
  const socket = connect(demo.port, '127.0.0.1').setEncoding('latin1');
  onTestFinished(() => void socket.destroy());
  const request = requestFor('?scenario=early&at=10', form);
  socket.write(request.slice(0, -5));
  const [answer] = await once(socket, 'data');
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(demo.lastReport()).toBeNull();
  socket.write(request.slice(-5));
  await once(socket, 'close');
  expect(demo.lastReport()).toMatchObject({ bodyLength: form.length, fault: null });
});

test.each([
  ['scenario=nonsense', /knows no such scenario, but these: slow, /],
  ['scenario=never&reply=yaml', /reply=xml or reply=json/],
  ['scenario=reset&at=-1', /at is a whole number from 0/],
  ['scenario=reset&at=1e3', /at is a whole number from 0/],
  ['scenario=slow&rate=1', /rate is a whole number from 1024/],
  ['scenario=digest&algorithm=md5', /algorithm is one of MD5, MD5-sess/],
])('?%s is told to be none', async (query, why) => {
  const { text } = await (await demoAtWork()).visit(`?${query}`);
  expect(text).toMatch(/^HTTP\/1\.1 400 /);
  expect(text).toMatch(why);
});

test('reply and status stay as they are without a scenario, and a scenario of no options ignores theirs', async () => {
  const demo = await demoAtWork();
  expect((await demo.visit('?status=402&at=x')).text).toMatch(/^HTTP\/1\.1 402 /);
  expect((await demo.visit('?scenario=empty&at=x')).text).toMatch(/^HTTP\/1\.1 200 /);
});
