/** Processes of a run: each in a group of its own, so that ending it ends what it started, and nothing else. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const patienceMilliseconds = 5000;

/**
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {{ env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} [options]
 */
export function startChild(command, parameters, { env = process.env, stdio = 'ignore' } = {}) {
  const child = spawn(command, parameters, { env, stdio, detached: true });
  const ended = once(child, 'exit').catch(() => {}); // it could not be started: there is nothing to wait for
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // The group is gone already.
    }
  };
  return {
    child,
    async end() {
      signal('SIGTERM');
      await Promise.race([ended, delay(patienceMilliseconds, undefined, { ref: false })]);
      signal('SIGKILL');
    },
  };
}

/** A folder for what an engine writes; `remove` once its processes are gone. */
export function makeFolder(/** @type {string} */ purpose) {
  const path = mkdtempSync(join(tmpdir(), `playground-${purpose}-`));
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  };
}

/** @returns {string | undefined} where the program is: as named by `variable`, at one of `places`, or on the path */
export function findProgram(
  /** @type {readonly string[]} */ names,
  /** @type {string | undefined} */ variable = undefined,
  /** @type {readonly string[]} */ places = [],
) {
  const set = variable && process.env[variable];
  if (set) return existsSync(set) ? set : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...places, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))].find(
    existsSync,
  );
}

/**
 * Asks until there is an answer that holds; fails with `what` after the time is over.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T> | T} ask
 * @param {number} [milliseconds]
 * @returns {Promise<T>}
 */
export async function until(what, ask, milliseconds = 15_000) {
  const end = Date.now() + milliseconds;
  let last = '';
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = `: ${error instanceof Error ? error.message : error}`;
    }
    if (Date.now() > end) throw new Error(`Waited ${milliseconds / 1000} s in vain: ${what}${last}`);
    await delay(50);
  }
}
