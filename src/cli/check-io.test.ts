/** A check against the demo server, over real sockets: as it is, and in every way in which it can fail. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type DemoScenarioName, demoScenarios } from '../demo/scenarios.ts';
import { examplesFor } from '../page/examples/examples.ts';
import type { Outcome } from '../server-check/report.ts';
import { usualScenarios } from '../server-check/scenarios/all-scenarios.ts';
import { accountFor, checkForTest, outcomesOf } from '../test/check-for-test.ts';
import { demoSite } from '../test/demo-site.ts';

/** What takes long is in one test of its own. */
const quick = usualScenarios
  .filter(({ name, group }) => name !== 'slow' && group !== 'fingerprint')
  .map(({ name }) => name);

describe('against the demo server', () => {
  const ids = examplesFor('http://h')
    .map(({ id }) => id)
    .filter((id) => !id.startsWith('error-'));

  it.each(ids)('nothing fails and nothing is a warning with the example %s', async (id) => {
    const example = examplesFor(await demoSite()).find((one) => one.id === id);
    const { xml = '', parameters = {} } = example ?? {};
    const report = await checkForTest({ xml, parameters, scenarios: quick });
    const { skipped, ...others } = outcomesOf(report);
    expect(others).toEqual({});
    expect(report.end).toBe('finished');
    for (const { outcome, reasons, arrival, exchanges } of report.results) {
      if (outcome === 'skipped') expect(reasons[0]?.text).toMatch(/^\S.*\.$/);
      else if (exchanges.some(({ verdict }) => verdict?.success)) expect(arrival).toBe('same');
    }
    expect(skipped).toEqual(expect.arrayContaining(['own-file', 'media-url-https', 'media-url-reachable']));
  });

  it('a slow upload takes as long as it should, and 64 MB arrive', async () => {
    const xml = accountFor(`${await demoSite()}/demo/upload`);
    const report = await checkForTest({ xml, scenarios: ['slow', 'size-64-mb', 'other-method'] });
    expect(outcomesOf(report)).toEqual({});
    const [large, , slow] = report.results;
    expect([large?.name, large?.arrival, slow?.name]).toEqual(['size-64-mb', 'same', 'slow']);
    expect(slow?.milliseconds).toBeGreaterThan(7500);
    expect(slow?.milliseconds).toBeLessThan(20_000);
  }, 60_000);

  it('probes are sent, and none of them is a fault', async () => {
    const report = await checkForTest({
      xml: accountFor(`${await demoSite()}/demo/upload`),
      scenarios: ['fingerprint'],
    });
    expect(outcomesOf(report)).toEqual({});
    expect(report.results.length).toBeGreaterThan(20);
  });
});

const chosen = ['photo', 'size-8-1-mb', 'without-file', 'wrong-recipient', 'reply'];
const reply = usualScenarios.filter(({ group }) => group === 'reply').map(({ name }) => name);
const uploads = ['photo', 'size-8-1-mb', 'without-file', 'wrong-recipient'];
const mediaUrl = reply.filter((name) => name.startsWith('media-url-'));
const atHome = ['media-url-https', 'media-url-reachable'];

type Outcomes = Partial<Record<Outcome, readonly string[]>>;

const good: Outcomes = { skipped: atHome };
const silent: Outcomes = { failed: uploads, skipped: reply };
const refused: Outcomes = {
  failed: ['photo', 'size-8-1-mb'],
  skipped: ['without-file', 'wrong-recipient', 'reply-fields', ...mediaUrl],
};

/** What fails, by the way in which the demo server does; none of them may be left out. */
const expected: Readonly<Record<DemoScenarioName, Outcomes>> = {
  slow: good,
  'slow-reply': good,
  never: silent,
  reset: silent,
  'hang-up': silent,
  'reset-reply': silent,
  early: {
    warning: ['wrong-recipient', 'media-url-https'],
    failed: ['without-file', 'media-url-bytes'],
    skipped: ['media-url-type', 'error-message'],
  },
  '413': refused,
  '411': refused,
  '402': refused,
  redirect: refused,
  digest: refused,
  basic: refused,
  html: {
    failed: ['photo', 'size-8-1-mb', 'error-message'],
    skipped: ['without-file', 'wrong-recipient', 'reply-type', 'reply-fields', ...mediaUrl],
  },
  'no-media-url': {
    failed: ['photo', 'size-8-1-mb', 'reply-fields'],
    skipped: ['without-file', 'wrong-recipient', ...mediaUrl, 'error-message'],
  },
  empty: {
    failed: ['photo', 'size-8-1-mb', 'reply-type', 'reply-fields'],
    skipped: ['without-file', 'wrong-recipient', ...mediaUrl, 'error-message'],
  },
  'json-as-xml': { ...good, failed: ['reply-type'] },
  'too-short': silent,
  'too-long': { ...good, failed: ['reply-plain'] },
  huge: { failed: ['reply-plain'] },
  endless: { failed: ['reply-plain'] },
  'large-head': silent,
  'not-http': silent,
  gzip: { ...good, warning: ['reply-plain'] },
  trailers: good,
  interim: good,
  documentation: { warning: ['media-url-https'], failed: ['media-url-bytes'], skipped: ['media-url-type'] },
};

describe('against a failing demo server the right ones fail:', () => {
  it.each(demoScenarios.map(({ name }) => name))('%s', async (name) => {
    const url = `${await demoSite()}/demo/upload?scenario=${name}&seconds=1&rate=20000000`;
    const timeout = '<genericMediaUploadTimeout>1</genericMediaUploadTimeout>';
    // Replies of 70 MB are enough once.
    const scenarios = name === 'huge' || name === 'endless' ? ['photo', 'reply-plain'] : chosen;
    const report = await checkForTest({ xml: accountFor(url, undefined, timeout), scenarios });
    expect(outcomesOf(report)).toEqual(expected[name]);
    for (const { outcome, reasons } of report.results)
      if (outcome !== 'passed') expect(reasons[0]?.text).toMatch(/\S/);
  });

  it('a login that is set up is answered, and a wrong password refused', async () => {
    const url = `${await demoSite()}/demo/upload?scenario=digest`;
    const login =
      '<genericMediaUploadAuthUsername>demo</genericMediaUploadAuthUsername><genericMediaUploadAuthPassword>demo-password</genericMediaUploadAuthPassword>';
    const report = await checkForTest({
      xml: accountFor(url, undefined, login),
      scenarios: ['photo', 'wrong-credentials', 'error-message'],
    });
    expect(outcomesOf(report)).toEqual({});
    expect(report.results[0]?.exchanges.map((one) => one.reply?.status)).toEqual([401, 200, 200]);
    expect(JSON.stringify(report)).not.toContain('demo-password');
  });
});

/** Answers as a server of the contract, after its own manner; stopped with the test. */
async function serverFor(
  answer: (request: IncomingMessage, response: ServerResponse, number: number) => void,
) {
  let number = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      number += 1;
      answer(request, response, number);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/up`, close };
}

const success = (response: ServerResponse, url = 'https://media.server.com/1.jpg') =>
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ media_url: url }));

describe('a server that', () => {
  it('goes away halfway ends the check, and what was not asked is not run', async () => {
    const server = await serverFor((_, response, number) => {
      success(response);
      if (number === 2) response.on('close', server.close);
    });
    const report = await checkForTest({
      xml: accountFor(server.url),
      scenarios: ['photo', 'clip', 'size-tiny', 'reply-type'],
    });
    expect([report.end, outcomesOf(report)]).toEqual(['gone', { 'not-run': ['size-tiny', 'reply-type'] }]);
  });

  it('answers everything with 200 takes nothing, in HTML or in text', async () => {
    for (const [type, body] of [
      ['text/html', '<!doctype html><title>Welcome</title>'],
      ['text/plain', 'OK'],
    ] as const) {
      const server = await serverFor((_, response) =>
        response.writeHead(200, { 'Content-Type': type }).end(body),
      );
      const report = await checkForTest({
        xml: accountFor(server.url),
        scenarios: ['photo', 'without-file', 'reply-type', 'reply-fields'],
      });
      expect(outcomesOf(report)).toEqual({
        failed: ['photo', 'reply-type', 'reply-fields'],
        skipped: ['without-file'],
      });
    }
  });

  it('takes its time for each is left at the limit', async () => {
    const server = await serverFor(() => {});
    const report = await checkForTest({
      xml: accountFor(server.url),
      scenarios: ['photo', 'clip'],
      limits: { seconds: 1 },
    });
    expect([report.end, outcomesOf(report)]).toEqual(['limit', { 'not-run': ['photo', 'clip'] }]);
    expect(report.milliseconds).toBeLessThan(5000);
  });

  it('gives another file back is found out, whatever it says', async () => {
    const server = await serverFor((request, response) => {
      if (request.method === 'GET') response.writeHead(200, { 'Content-Type': 'image/jpeg' }).end('another');
      else success(response, `${server.url}/file`);
    });
    const report = await checkForTest({
      xml: accountFor(server.url),
      scenarios: ['photo', 'media-url-bytes'],
    });
    expect(outcomesOf(report)).toEqual({ failed: ['photo', 'media-url-bytes'] });
    expect(report.results[0]?.arrival).toBe('different');
  });

  it('redirects to the file is followed, in a circle not for ever', async () => {
    const gets: string[] = [];
    const server = await serverFor((request, response) => {
      if (request.method !== 'GET') {
        success(response, `${server.url}/round`);
        return;
      }
      gets.push(request.url ?? '');
      response.writeHead(302, { Location: '/up/round?again' }).end();
    });
    const report = await checkForTest({
      xml: accountFor(server.url),
      scenarios: ['photo', 'media-url-bytes'],
    });
    expect(gets).toEqual(['/up/round', '/up/round?again', '/up/round?again']);
    expect(outcomesOf(report)).toEqual({ failed: ['media-url-bytes'] });
  });
});
