/** The jobs of docs/ci.md, run as they stand there, in a folder that has what they ask for and nothing else. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { junitFaults } from '../src/test/junit-rules.ts';
import { readJobs, runJob } from './lib/ci-steps.mjs';
import { packPackage } from './lib/installed-package.mjs';

const workshop = mkdtempSync(join(tmpdir(), 'playground-ci-'));
const jobs = readJobs();
/** @type {Awaited<ReturnType<typeof packPackage>>} */
let packed;

beforeAll(async () => {
  packed = await packPackage(workshop);
}, 300_000);
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

const account = (/** @type {string} */ url) => `<account>
  <username>555</username>
  <password>PASSWORD</password>
  <genericMediaUploadUrl>${url}</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData>
</account>
`;

/** A checkout. @param {Record<string, string>} files */
function repository(files) {
  const cwd = mkdtempSync(join(workshop, 'repository-'));
  for (const folder of ['tools', 'accounts', 'accounts/.hidden']) mkdirSync(join(cwd, folder));
  copyFileSync(packed.tarball, join(cwd, 'tools', basename(packed.tarball)));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, 'accounts', name), text);
  return cwd;
}

/** Offline, and without what `npm test` says to npm. @param {NodeJS.ProcessEnv} more */
const environment = (more = {}) => ({
  ...packed.env,
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  ...more,
});

const sound = {
  'staging.xml': account('https://media.example/up'),
  'one.xml': account('https://media.example/1'),
};
const broken = { ...sound, '.hidden/two.xml': account('ftp://media.example/2') };

describe('Account XMLs at every push', () => {
  test('on GitHub: sound ones end every step with 0, and leave a log for code scanning', () => {
    const cwd = repository(sound);
    const job = jobs.github['accounts'];
    const ran = runJob(job, { cwd, env: environment() });
    expect(ran).toMatchObject([{ status: 0 }, { status: 0, stdout: '' }, { status: 0 }]);
    expect(job.files).toEqual(['accounts.sarif']);
    expect(JSON.parse(readFileSync(join(cwd, 'accounts.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  test('on GitHub: an error annotates its line and ends the job, and code scanning gets it too', () => {
    const cwd = repository(broken);
    const ran = runJob(jobs.github['accounts'], { cwd, env: environment() });
    expect(ran).toMatchObject([
      { status: 0 },
      { status: 1, stdout: expect.stringMatching(/^::error file=accounts\/\.hidden\/two\.xml,line=4,/) },
      { status: 0, stderr: expect.stringContaining('3 files checked: 1 error') },
    ]);
    const { runs } = JSON.parse(readFileSync(join(cwd, 'accounts.sarif'), 'utf8'));
    expect(runs[0].results).toContainEqual(expect.objectContaining({ ruleId: 'URL-1', level: 'error' }));
  });

  test('on GitLab: a test report with a suite a file, which an error fails', () => {
    const status = [sound, broken].map((files) => {
      const cwd = repository(files);
      const job = jobs.gitlab['accounts'];
      const [ran] = runJob(job, { cwd, env: environment() });
      const report = readFileSync(join(cwd, job.files[0] ?? ''), 'utf8');
      expect(junitFaults(report)).toEqual([]);
      expect(report.match(/<testsuite /g)).toHaveLength(Object.keys(files).length);
      return ran?.status;
    });
    expect(status).toEqual([0, 1]);
  });

  test('no Account XML at all is no success', () => {
    const [install, annotate] = runJob(jobs.github['accounts'], { cwd: repository({}), env: environment() });
    expect(install).toMatchObject({ status: 0 });
    expect(annotate).toMatchObject({ status: 2, stderr: expect.stringContaining('No file matches') });
  });
});

test('the document names the version that is packed', () => {
  const text = readFileSync(new URL('../docs/ci.md', import.meta.url), 'utf8');
  const version = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
  const named = text.match(/media-upload-playground-[\d.]+\.tgz/g);
  expect(new Set(named)).toEqual(new Set([`media-upload-playground-${version}.tgz`]));
});
