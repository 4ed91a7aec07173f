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
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(driver, checks, { url, folder }) {
  const page = new Page(driver);
  const counts = { passed: 0, failed: 0 };
  for (const { title, run } of checks) {
    const own = mkdtempSync(join(folder, 'check-'));
    const began = Date.now();
    const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
    try {
      await driver.resize(...viewport);
      await run({ page, url, folder: own });
      counts.passed += 1;
      console.log(`  ✓ ${title} (${seconds()})`);
    } catch (error) {
      counts.failed += 1;
      console.log(`  ✗ ${title} (${seconds()})\n${indented(error)}`);
    }
    rmSync(own, { recursive: true, force: true });
  }
  return counts;
}

function indented(/** @type {unknown} */ error) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(/^/gm, '      ');
}
