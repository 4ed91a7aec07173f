/** The jobs of docs/ci.md, run as they stand there, in a folder that has what they ask for and nothing else. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { junitFaults } from '../src/test/junit-rules.ts';
import { readJobs, runJob } from './lib/ci-steps.mjs';
import { installPackage, serveInstalled } from './lib/installed-package.mjs';

const workshop = mkdtempSync(join(tmpdir(), 'playground-ci-'));
const jobs = readJobs();
/** @type {Awaited<ReturnType<typeof installPackage>>} */
let packed;
/** Its demo server is the staging server. @type {Awaited<ReturnType<typeof serveInstalled>>} */
let served;

beforeAll(async () => {
  packed = await installPackage(workshop);
  served = await serveInstalled(packed);
}, 300_000);
afterAll(async () => {
  await served.stop();
  rmSync(workshop, { recursive: true, force: true });
});

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

/** A whole check takes its time: one of its uploads is slow on purpose. */
const patience = { timeout: 120_000 };

/** The environment of the staging server's jobs. @param {string} path */
const staging = (path) => {
  const STAGING_URL = new URL(path, served.url).href;
  return { ...environment({ STAGING_URL, MEDIA_PASSWORD: password }), CI: 'true' };
};
const password = 'never-t0-be-seen';

/** @param {string} cwd @param {readonly string[]} files */
function reportsIn(cwd, files) {
  expect(files.toSorted()).toEqual(['server.html', 'server.json', 'server.junit.xml']);
  const read = (/** @type {string} */ file) => readFileSync(join(cwd, file), 'utf8');
  for (const file of files) expect(read(file)).not.toContain(password);
  expect(junitFaults(read('server.junit.xml'))).toEqual([]);
  return { json: JSON.parse(read('server.json')), html: read('server.html') };
}

describe.each(/** @type {const} */ (['github', 'gitlab']))('a staging server, by the job for %s', (host) => {
  const job = jobs[host]['staging-server'];

  test('that takes everything ends it with 0, and leaves three reports', patience, () => {
    const cwd = repository(sound);
    const ran = runJob(job, { cwd, env: staging('/demo/upload') });
    expect(ran.map(({ status, stderr }) => ({ status, stderr: status === 0 ? '' : stderr }))).toEqual(
      job.steps.map(() => ({ status: 0, stderr: '' })),
    );
    const { json, html } = reportsIn(cwd, job.files);
    expect(json).toMatchObject({ end: 'finished', file: 'staging.xml' });
    expect(html).toContain('<h1>All ');
  });

  test('that is not there ends it with 3, and no report takes that for a success', patience, () => {
    const cwd = repository(sound);
    const ran = runJob(job, { cwd, env: { ...staging('/'), STAGING_URL: 'http://127.0.0.1:9/up' } });
    expect(ran.at(-1)).toMatchObject({ status: 3 });
    const { json, html } = reportsIn(cwd, job.files);
    expect(json).toMatchObject({ end: 'unreachable' });
    expect(html).toContain('<h1>No scenario was run</h1>');
    expect(readFileSync(join(cwd, 'server.junit.xml'), 'utf8')).toContain('<error type="unreachable"');
  });
});

test('a staging server that refuses ends the job with 1, and the reports say why', patience, () => {
  const job = jobs.github['staging-server'];
  const cwd = repository(sound);
  const ran = runJob(job, { cwd, env: staging('/demo/upload?status=500') });
  expect(ran.at(-1)).toMatchObject({ status: 1 });
  const { json, html } = reportsIn(cwd, job.files);
  expect(json.results).toContainEqual(expect.objectContaining({ name: 'photo', outcome: 'failed' }));
  expect(html).toContain(' failed</h1>');
});

test('the document names the version that is packed', () => {
  const text = readFileSync(new URL('../docs/ci.md', import.meta.url), 'utf8');
  const version = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
  const named = text.match(/media-upload-playground-[\d.]+\.tgz/g);
  expect(new Set(named)).toEqual(new Set([`media-upload-playground-${version}.tgz`]));
});
