/** The reports that the test steps write, in one shape, so that the end of a run can name what failed. */
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Test
 * @property {string} name file and title
 * @property {'passed' | 'failed' | 'skipped'} outcome
 * @property {string} why first line of the first failure; empty where there was none
 */

const readers = { unit: readUnit, browser: readBrowser, others: readOthers };

/**
 * A step that died before its report has no tests; its exit status has failed the run already.
 *
 * @param {keyof typeof readers} kind
 * @param {string} path
 * @returns {Test[]}
 */
export function readReport(kind, path) {
  try {
    return readers[kind](JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return [];
  }
}

/** Of vitest. @param {any} report */
function readUnit(report) {
  return report.testResults.flatMap((/** @type {any} */ file) =>
    file.assertionResults.map((/** @type {any} */ { fullName, status, failureMessages }) => ({
      name: `${file.name.slice(file.name.search(/(?:src|build|scripts)\//))} › ${fullName}`,
      outcome: status === 'passed' ? 'passed' : status === 'failed' ? 'failed' : 'skipped',
      why: firstLine(failureMessages?.[0]),
    })),
  );
}

const browserOutcomes = { expected: 'passed', flaky: 'failed', unexpected: 'failed' };

/** Of Playwright: suites in suites. @param {any} suite @returns {Test[]} */
function readBrowser({ suites = [], specs = [] }) {
  return [
    ...specs.flatMap((/** @type {any} */ { file, title, tests }) =>
      tests.map((/** @type {any} */ { status, results }) => ({
        name: `${file} › ${title}`,
        outcome: browserOutcomes[/** @type {keyof typeof browserOutcomes} */ (status)] ?? 'skipped',
        why: firstLine(results.find((/** @type {any} */ { error }) => error)?.error.message),
      })),
    ),
    ...suites.flatMap(readBrowser),
  ];
}

/** Of our own runner in other engines, which writes this shape. @param {any} report */
function readOthers(report) {
  return report;
}

function firstLine(/** @type {string | undefined} */ text = '') {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Playwright colours its messages.
  return text.replace(/\u001b\[[\d;]*m/g, '').split('\n', 1)[0];
}
