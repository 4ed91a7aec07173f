/** Passwords, tokens and bodies are planted in requests that fail in every way; nothing that is kept may hold one. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ask, hosted, openUpload, publicHost, upload } from '../../test/hosted-client.ts';
import { exchangeRaw } from '../../test/raw-client.ts';
import { envelopeFor, rawTarget } from '../../test/raw-target.ts';
import type { Envelope } from '../../upload/protocol.ts';

const planted = 'pl4nted';
const secrets = ['URL', 'HEADER', 'BODY', 'TOKEN', 'COOKIE', 'REPLY', 'ENVELOPE'].map(
  (each) => `${planted}-${each}`,
);
const isClean = (text: string) => !text.toLowerCase().includes(planted);

/** Whatever this process writes to its own output while the test runs. */
function ownOutput(): () => string {
  const written: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    const spy = vi.spyOn(stream, 'write').mockImplementation((piece) => {
      written.push(String(piece));
      return true;
    });
    onTestFinished(() => spy.mockRestore());
  }
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const spy = vi.spyOn(console, name).mockImplementation((...given) => void written.push(given.join(' ')));
    onTestFinished(() => spy.mockRestore());
  }
  return () => written.join('\n');
}

const body = `${planted}-BODY`;
const secretHeaders = (port: number) =>
  [
    ['Host', `127.0.0.1:${port}`],
    ['Authorization', `Basic ${planted}-HEADER`],
    ['Content-Length', String(body.length)],
  ] as const;

/** An upload full of secrets. */
function envelope(port: number, changes: Partial<Envelope> = {}): Envelope {
  const url = `http://127.0.0.1:${port}/${planted}-URL?password=${planted}-URL`;
  return { ...envelopeFor(port, body, { url, headers: secretHeaders(port) }), ...changes };
}

const browser = { Cookie: `a=${planted}-COOKIE`, Referer: `https://${publicHost}/?${planted}-URL` };

/** Invalid replies, or that end early; each repeats what it was sent. */
const badReplies = [
  `${planted}-REPLY is no HTTP\r\n\r\n`,
  `HTTP/1.1 200 OK\r\nX${planted}-REPLY\r\n\r\n`,
  `HTTP/1.1 200 OK\r\n${planted} REPLY: x\r\n\r\n`,
  `HTTP/1.1 200 OK\r\nContent-Length: ${planted}-REPLY\r\n\r\n`,
  `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${planted}-REPLY\r\n`,
  `HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n${planted}-REPLY`,
  `HTTP/1.1 200 OK\r\nX: ${`${planted}-REPLY`.repeat(20_000)}`,
  `HTTP/9.9 200 ${planted}-REPLY\r\n\r\n`,
  '',
];

const badUrls = (target: number) => [
  `http://169.254.169.254/${planted}-URL`,
  `http://[fe80::1]/?${planted}-URL`,
  `http://127.0.0.1:1025/${planted}-URL`,
  `https://127.0.0.1:${target}/${planted}-URL`,
  `http://nowhere.invalid/${planted}-URL`,
  `http://user:${planted}-URL@127.0.0.1/`,
  `http://127.0.0.1/${planted}-URL with a space`,
  `${planted}-URL`,
];

const badLines = (sound: string) => [
  `${planted}-ENVELOPE`,
  `{"${planted}-ENVELOPE`,
  `{"method":"${planted}-ENVELOPE"}`,
  sound.replace('"POST"', `"${planted} ENVELOPE"`),
  sound.replace('"Authorization"', `"${planted} ENVELOPE"`),
  sound.replace(`Basic ${planted}-HEADER`, `${planted}-HEADER\\r\\nX: ${planted}-HEADER`),
  sound.replace('"bodyLength":', `"bodyLength":"${planted}-ENVELOPE","x":`),
  sound.replace('"headers":', `"headers":[["${planted}-HEADER",1]],"x":`),
];

test('logs, output, metrics and failure messages hold nothing that was planted', async () => {
  const output = ownOutput();
  const { port, operationsPort, lines } = await hosted(
    { limits: { uploadsPerMinute: 1000, uploadsAtOncePerClient: 100, silenceSeconds: 1 } },
    { lookup: () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })) },
  );
  const said: string[] = [];
  const send = async (given: Envelope, headers: Record<string, string> = {}) => {
    const { events, text, status } = await upload(port, given, body, { ...browser, ...headers });
    const failures = events.filter(({ type }) => type === 'error');
    // Something must have failed, or this shows nothing.
    expect(status !== 200 || failures.length > 0).toBe(true);
    said.push(status === 200 ? JSON.stringify(failures) : text);
  };
  const targets = await Promise.all(badReplies.map((reply) => rawTarget((socket) => void socket.end(reply))));
  await Promise.all(targets.map((target) => send(envelope(target.port))));
  const [target] = targets;
  await Promise.all(badUrls(target?.port ?? 0).map((url) => send(envelope(1, { url }))));
  await send(envelope(1), { 'X-Playground-Token': `${planted}-TOKEN` });
  await send(envelope(1), { Origin: `https://${planted}-header.example` });
  await send(envelope(1), { Host: `${planted}-header.example` });
  await send(envelope(1), { 'Content-Type': `${planted}-HEADER/x` });
  await send(envelope(1, { bodyLength: 1000 }), { 'Content-Length': String(3 * 2 ** 30) });
  for (const line of badLines(JSON.stringify(envelope(1)))) {
    const { sending, reply } = await openUpload(port, envelope(1), browser, line);
    sending.end(body);
    const { events } = await reply;
    expect(events).toMatchObject([{ type: 'error', code: 'envelope-invalid' }]);
    said.push(JSON.stringify(events));
  }
  const silent = await rawTarget(() => {});
  await send(envelope(silent.port));
  const cancelled = await openUpload(port, envelope(silent.port), browser);
  await once(cancelled.sending, 'response');
  cancelled.sending.destroy();
  for (const path of [
    `/api/${planted}-URL`,
    `/${planted}-URL`,
    `/demo/upload?${planted}-URL`,
    `/%${planted}`,
  ]) {
    said.push(
      (
        await exchangeRaw(
          port,
          `GET ${path} HTTP/1.1\r\nHost: ${publicHost}\r\nCookie: ${planted}\r\nConnection: close\r\n\r\n`,
        )
      ).body.toString(),
    );
  }
  said.push((await exchangeRaw(port, `${planted}-HEADER\r\n\r\n`)).body.toString());
  connect(port, '127.0.0.1')
    .on('error', () => {})
    .end(`GET /${planted} HTTP/1.1\r\n${planted}`);
  await expect.poll(() => lines.join()).toContain('"outcome":"cancelled"');

  expect(said.length).toBeGreaterThan(30);
  expect(said.filter((each) => !isClean(each))).toEqual([]);
  expect(lines.filter((each) => !isClean(each))).toEqual([]);
  expect(isClean((await ask(operationsPort, '/metrics')).text)).toBe(true);
  expect(output()).toBe('');
});

test('the log line of an upload holds its id, size, outcome and duration, and no more', async () => {
  const { port, lines } = await hosted();
  await upload(port, envelope(1), body, browser);
  await expect.poll(() => lines.length).toBe(1);
  expect(lines[0]).toMatch(/^\{"upload":"[0-9a-f]{12}","bytes":\d+,"outcome":"[a-z-]+","seconds":[\d.]+\}$/);
});

test('an internal error is logged without its message, which may hold data of a request', async () => {
  const lookup = () => {
    throw new Error(secrets.join());
  };
  const { port, lines } = await hosted({}, { lookup });
  const url = `http://media.example/${planted}-URL`;
  const { text } = await upload(port, envelope(1, { url }), body, browser).catch((error: Error) => ({
    text: error.message,
  }));
  await expect.poll(() => lines.length).toBe(2);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { outcome: 'internal' },
    { fault: 'Error', place: 'POST /api/send' },
  ]);
  expect([text, ...lines].filter((each) => !isClean(each))).toEqual([]);
});
