/** A misbehaving server in the proxy's own process: what it leaves behind when its visitors go. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { demoScenarios } from '../../demo/scenarios.ts';
import { type DemoAtWork, demoAtWork, form, requestFor } from '../../test/demo-client.ts';

function open({ port }: DemoAtWork, query: string, body = form): Socket {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  onTestFinished(() => void socket.destroy());
  socket.write(requestFor(query, body));
  return socket;
}

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

test.each(
  demoScenarios.map(({ name }) => name),
)('a visitor of scenario=%s that goes away leaves neither connection nor timer', async (name) => {
  const demo = await demoAtWork();
  const before = timers();
  const query = name === 'slow' ? '?scenario=slow&rate=1024' : `?scenario=${name}`;
  const sockets = Array.from({ length: 5 }, () => open(demo, query, form.padEnd(3000, 'x')));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  // They go in the midst of it: when all has arrived, or while it is being read.
  const isAtIt = () => (name === 'slow' ? demo.connections() : demo.lastReport());
  await expect.poll(isAtIt, { interval: 2 }).toBeTruthy();
  for (const socket of sockets) socket.destroy();
  await expect.poll(demo.connections, { interval: 5 }).toBe(0);
  await expect.poll(timers, { interval: 5 }).toBeLessThanOrEqual(before);
});

test('an endless reply to somebody who does not read it is held in no more than a buffer', async () => {
  const demo = await demoAtWork();
  const before = process.memoryUsage().rss;
  const sockets = Array.from({ length: 10 }, () => open(demo, '?scenario=endless').pause());
  await Promise.all(sockets.map((socket) => once(socket, 'readable')));
  await expect.poll(demo.connections).toBe(10);
  expect(process.memoryUsage().rss - before).toBeLessThan(60 * 2 ** 20);
});

test('a connection ends when patience does, whatever the visitor wants', async () => {
  const demo = await demoAtWork({ patience: 0.05 });
  for (const name of ['never', 'endless', 'slow-reply']) {
    const socket = open(demo, `?scenario=${name}`);
    socket.pause();
    await expect.poll(demo.connections, { interval: 5 }).toBe(1);
    await expect.poll(demo.connections, { interval: 5 }).toBe(0);
  }
});

test('too many at once are told so, and when they are gone there is room again', async () => {
  const demo = await demoAtWork({ mostAtOnce: 2 });
  const waiting = [open(demo, '?scenario=never'), open(demo, '?scenario=never')];
  await expect.poll(() => demo.lastReport()?.target).toBe('/demo/upload?scenario=never');
  await expect.poll(demo.connections).toBe(2);
  expect((await demo.visit('?scenario=empty')).text).toMatch(
    /^HTTP\/1\.1 503 (.|\r|\n)*The demo server is busy/,
  );
  expect((await demo.visit('')).text).toMatch(/^HTTP\/1\.1 200 /);
  for (const socket of waiting) socket.destroy();
  await expect.poll(demo.connections).toBe(0);
  expect((await demo.visit('?scenario=empty')).text).toMatch(/^HTTP\/1\.1 200 /);
});

test('a request that does not wait for the one ahead of it is not let in', async () => {
  const demo = await demoAtWork();
  const socket = connect(demo.port, '127.0.0.1').on('error', () => {});
  onTestFinished(() => void socket.destroy());
  const kept = requestFor('?scenario=never', form).replace('Connection: close', 'Connection: keep-alive');
  socket.write(kept + kept);
  await once(socket, 'close');
  await expect.poll(demo.connections).toBe(0);
});
