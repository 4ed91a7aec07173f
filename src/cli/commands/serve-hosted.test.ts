import { beforeAll, expect, test } from 'vitest';
import { ask, openUpload, testConfig, tokenSecret, upload } from '../../test/hosted-client.ts';
import {
  configFile,
  ensureProgram,
  runToEnd,
  startFaultyProcess,
  startProcess,
} from '../../test/hosted-processes.ts';
import { answerAfter, envelopeFor, rawTarget } from '../../test/raw-target.ts';

beforeAll(ensureProgram, 180_000);

const okTarget = () => rawTarget(answerAfter('hello', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'));

test('it serves until it is stopped, waits for a running upload and ends with 0', async () => {
  const { port, child, ended, errors } = await startProcess(configFile(testConfig));
  expect((await ask(port, '/')).text).toContain('<title>Media Upload Playground</title>');
  const target = await okTarget();
  const { sending, reply } = await openUpload(port, envelopeFor(target.port, 'hello'));
  await expect.poll(() => target.received().length).toBeGreaterThan(0);
  child.kill('SIGTERM');
  await expect.poll(errors).toContain('Running uploads may finish');
  sending.end('hello');
  expect((await reply).events.at(-1)).toMatchObject({ type: 'end' });
  expect(await ended).toEqual({ status: 0, signal: null });
  const log = errors()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(log.map((line) => JSON.parse(line))).toMatchObject([{ outcome: 'reply', bytes: 5 }]);
});

test('a second signal, of whichever kind, ends it at once', async () => {
  const { port, child, ended, errors } = await startProcess(configFile(testConfig));
  const target = await okTarget();
  const { sending } = await openUpload(port, envelopeFor(target.port, 'hello'));
  await expect.poll(() => target.received().length).toBeGreaterThan(0);
  child.kill('SIGTERM');
  await expect.poll(errors).toContain('Running uploads may finish');
  child.kill('SIGINT');
  expect(await ended).toEqual({ status: null, signal: 'SIGINT' });
  sending.destroy();
});

test('an uncaught error ends it with its place in the log, and without its message', async () => {
  const { child, ended, errors } = await startFaultyProcess(configFile(testConfig), 's3cret');
  child.kill('SIGUSR2');
  expect(await ended).toEqual({ status: 70, signal: null });
  expect(errors()).toContain('{"fault":"Error","place":"process"');
  expect(errors()).not.toContain('s3cret');
});

test('options take the place of the configured ports', async () => {
  const file = configFile({ ...testConfig, listen: { port: 1 }, operations: { port: 1 } });
  const { port, errors } = await startProcess(file, '--port', '0', '--operations-port', '0');
  expect(port).toBeGreaterThan(1);
  await expect.poll(errors).toContain('Health and metrics are at 127.0.0.1');
  const operations = Number(/127\.0\.0\.1, port (\d+)\./.exec(errors())?.[1]);
  expect((await ask(operations, '/metrics')).text).toContain('playground_uploads_in_flight 0');
});

test('a log whose reader went away ends no upload', async () => {
  const { port, child, ended } = await startProcess(configFile(testConfig));
  child.stderr?.destroy();
  const target = await okTarget();
  for (let count = 0; count < 3; count += 1) {
    const { events } = await upload(port, envelopeFor(1, 'hello', { url: 'http://10.0.0.1/' }), 'hello');
    expect(events.at(-1)).toMatchObject({ code: 'target-forbidden' });
  }
  expect((await upload(port, envelopeFor(target.port, 'hello'), 'hello')).events.at(-1)).toMatchObject({
    type: 'end',
  });
  child.kill('SIGTERM');
  expect(await ended).toEqual({ status: 0, signal: null });
});

test('faults of the configuration are printed with their places and without values', async () => {
  const file = configFile({ origins: ['s3cret'], token: { secrets: ['s3cret'] }, limitz: 1 });
  const { status, errors } = await runToEnd('--config', file);
  expect(status).toBe(2);
  expect(errors).toContain(`${file}: origins.0 must be an origin`);
  expect(errors).toContain(`${file}: token.secrets.0 must be 32 characters or more`);
  expect(errors).toContain(`${file}: the configuration has no limitz.`);
  expect(errors).not.toContain('s3cret');
});

test.each([
  [['--config', '/nowhere/hosted.json'], 2, 'File not found'],
  [[], 2, 'needs its configuration: --config FILE'],
  [['--config', 'FILE', '--operations-port', 'x'], 2, '--operations-port x: a number'],
])('%j ends with %i', async (options, status, text) => {
  const ended = await runToEnd(...options);
  expect(ended.status).toBe(status);
  expect(ended.errors).toContain(text);
});

test('a port that is taken ends it with 1', async () => {
  const { port } = await startProcess(configFile(testConfig));
  const { status, errors } = await runToEnd('--config', configFile(testConfig), '--port', String(port));
  expect(status).toBe(1);
  expect(errors).toContain(`Port ${port} is taken.`);
  expect(errors).not.toContain(tokenSecret);
});
