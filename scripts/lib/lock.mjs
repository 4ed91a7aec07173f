/**
 * A lock between processes: a folder that holds its owner's name, put in place by one atomic
 * rename. The owner touches it every second; it is stale once its process is gone (same
 * machine) or it was not touched for a while (another machine, a container, a reused pid).
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const pollMilliseconds = 100;
const touchMilliseconds = 1000;
const staleMilliseconds = 15_000;

/**
 * Runs `work` while no other process holds the lock. `onWait` is called once if it has to wait.
 *
 * @template T
 * @param {string} lock path of the lock's folder
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait]
 * @returns {Promise<T>}
 */
export async function withLock(lock, work, onWait) {
  const token = randomUUID();
  const mine = `${lock}-${token}`;
  mkdirSync(mine, { recursive: true });
  writeFileSync(join(mine, 'owner.json'), JSON.stringify({ pid: process.pid, host: hostname(), token }));
  try {
    for (let waited = false; !take(mine, lock); waited = true) {
      if (!waited) onWait?.();
      if (!removeStale(lock)) await delay(pollMilliseconds);
      touch(mine);
    }
  } catch (error) {
    rmSync(mine, { recursive: true, force: true });
    throw error;
  }
  const beat = setInterval(() => touch(lock), touchMilliseconds);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (readOwner(lock)?.token === token) rmSync(lock, { recursive: true, force: true });
  }
}

/** A rename onto a folder that is not empty fails on every system: that is the lock. */
function take(/** @type {string} */ mine, /** @type {string} */ lock) {
  try {
    renameSync(mine, lock);
    return true;
  } catch (error) {
    // Held by another, or let go just now. Anything else (no right to write) is a real error.
    if (statSync(mine, { throwIfNoEntry: false }) && isHeld(error)) return false;
    throw error;
  }
}

/** ENOTEMPTY or EEXIST on Linux and Mac, EPERM, EACCES or EBUSY on Windows. */
function isHeld(/** @type {unknown} */ error) {
  const codes = [
    'ENOTEMPTY',
    'EEXIST',
    ...(process.platform === 'win32' ? ['EPERM', 'EACCES', 'EBUSY'] : []),
  ];
  return codes.includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '');
}

function removeStale(/** @type {string} */ lock) {
  const owner = readOwner(lock);
  const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (touched === undefined) return true;
  const gone = owner?.host === hostname() && !isRunning(owner.pid);
  if (!gone && Date.now() - touched < staleMilliseconds) return false;
  const aside = `${lock}-stale-${randomUUID()}`;
  try {
    renameSync(lock, aside);
  } catch {
    return true; // another process was faster
  }
  if (readOwner(aside)?.token !== owner?.token) {
    // Someone took the lock between the look and the rename: give it back.
    try {
      renameSync(aside, lock);
    } catch {}
    return false;
  }
  rmSync(aside, { recursive: true, force: true });
  return true;
}

/** @returns {{ pid: number, host: string, token: string } | undefined} */
function readOwner(/** @type {string} */ lock) {
  try {
    return JSON.parse(readFileSync(join(lock, 'owner.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

function isRunning(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

function touch(/** @type {string} */ path) {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // Taken away as stale after a long sleep of the machine: what follows is still atomic.
  }
}
