import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './lock.mjs';

let folder = '';
let lock = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  lock = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

function leaveBehind(/** @type {{ pid: number, host: string }} */ owner, age = 0) {
  mkdirSync(lock);
  writeFileSync(join(lock, 'owner.json'), JSON.stringify({ ...owner, token: 'theirs' }));
  const then = new Date(Date.now() - age);
  utimesSync(lock, then, then);
}

/** A process id that no process has. */
const nobody = 2 ** 22 + 1;

test('one works at a time, and nothing is left behind', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise(setImmediate);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 5 }, () => withLock(lock, work)));
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('a failure lets go of the lock', async () => {
  const fails = withLock(lock, async () => {
    throw new Error('no');
  });
  await expect(fails).rejects.toThrow('no');
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a process that was killed is taken over at once', async () => {
  leaveBehind({ pid: nobody, host: hostname() });
  expect(await withLock(lock, async () => 'done')).toBe('done');
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of another machine is taken over when it was not touched for long', async () => {
  leaveBehind({ pid: process.pid, host: 'another machine' }, 60_000);
  expect(await withLock(lock, async () => 'done')).toBe('done');
});

test('the lock of a running process is waited for, and that is said once', async () => {
  leaveBehind({ pid: process.pid, host: hostname() });
  let said = 0;
  const waiting = withLock(
    lock,
    async () => 'done',
    () => {
      said += 1;
      rmSync(lock, { recursive: true });
    },
  );
  expect(await waiting).toBe('done');
  expect(said).toBe(1);
});
