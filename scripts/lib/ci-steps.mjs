/** The jobs of docs/ci.md, and a stand-in for the hosts that run them: their steps alone, one after the other. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './ensure-built.mjs';

/**
 * @typedef {object} Step
 * @property {string} script
 * @property {boolean} always even where a step before it failed
 */
/**
 * @typedef {object} Job
 * @property {readonly Step[]} steps
 * @property {readonly string[]} files that the host takes away after them
 */

/** @returns {{ github: Record<string, Job>, gitlab: Record<string, Job> }} */
export function readJobs() {
  const text = readFileSync(join(root, 'docs', 'ci.md'), 'utf8');
  const [github, gitlab] = [...text.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, yaml = '']) => parse(yaml));
  const { default: common, ...gitlabJobs } = gitlab;
  const of = (/** @type {object} */ jobs, /** @type {(job: any) => Job} */ read) =>
    Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, read(job)]));
  return { github: of(github.jobs, githubJob), gitlab: of(gitlabJobs, (job) => gitlabJob(job, common)) };
}

/** @returns {Job} */
function githubJob(/** @type {any} */ { steps }) {
  return {
    steps: steps
      .filter((/** @type {any} */ { run }) => run !== undefined)
      .map((/** @type {any} */ { run, if: condition }) => ({
        script: run,
        always: condition === 'always()',
      })),
    files: steps.flatMap((/** @type {any} */ { with: inputs }) =>
      `${inputs?.sarif_file ?? inputs?.path ?? ''}`.split('\n').filter(Boolean),
    ),
  };
}

/** @returns {Job} */
function gitlabJob(/** @type {any} */ { script, artifacts }, /** @type {any} */ common) {
  const lines = [...common.before_script, ...script];
  return {
    steps: [{ script: lines.join('\n'), always: false }],
    files: [artifacts.reports.junit, ...(artifacts.paths ?? [])],
  };
}

/**
 * As both hosts do it: each step is a script of bash that ends at its first failure.
 *
 * @param {Job} job
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} where
 */
export function runJob({ steps }, where) {
  const ran = [];
  for (const { script, always } of steps) {
    if (!always && ran.some(({ status }) => status !== 0)) continue;
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
      ...where,
      encoding: 'utf8',
    });
    ran.push({ script, status, stdout, stderr });
  }
  return ran;
}
