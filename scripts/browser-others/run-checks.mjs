/** Runs every check in one engine, one after the other; a check that fails stops none of the others. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Page } from './page.mjs';

/**
 * @typedef {object} Surroundings
 * @property {Page} page
 * @property {string} url of the playground
 * @property {string} folder empty, and the check's own
 *
 * @typedef {object} Check
 * @property {string} title a sentence
 * @property {(surroundings: Surroundings) => Promise<void>} run throws where it fails
 */

/** The size that the pages of the design are drawn for. */
const viewport = /** @type {const} */ ([1280, 720]);

/**
 * @param {import('./driver.mjs').Driver} driver
 * @param {readonly Check[]} checks
 * @param {{ url: string, folder: string }} places
 * @returns {Promise<import('../lib/test-reports.mjs').Test[]>}
 */
export async function runChecks(driver, checks, { url, folder }) {
  const page = new Page(driver);
  /** @type {import('../lib/test-reports.mjs').Test[]} */
  const tests = [];
  for (const check of checks) {
    const name = `${driver.engine} › ${check.title}`;
    const { passed, why } = await runOnce(check);
    tests.push({ name, outcome: passed ? 'passed' : 'failed', why });
  }
  return tests;

  /** @param {Check} check */
  async function runOnce({ title, run }) {
    const own = mkdtempSync(join(folder, 'check-'));
    const began = Date.now();
    const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
    try {
      await driver.resize(...viewport);
      await run({ page, url, folder: own });
      console.log(`  ✓ ${title} (${seconds()})`);
      return { passed: true, why: '' };
    } catch (error) {
      console.log(`  ✗ ${title} (${seconds()})\n${indented(error)}`);
      return {
        passed: false,
        why: String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '',
      };
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  }
}

function indented(/** @type {unknown} */ error) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(/^/gm, '      ');
}
