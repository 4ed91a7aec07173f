/** Report files of real checks: valid, and without the secrets that a document, a request and an echo hold. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import schema from '../../docs/schemas/check-report.json' with { type: 'json' };
import { htmlReport } from '../reports/html/html-report.ts';
import { jsonReport } from '../reports/json-report.ts';
import { junitReport } from '../reports/junit-report.ts';
import type { CheckReport } from '../server-check/report.ts';
import { accountFor, checkForTest } from '../test/check-for-test.ts';
import { demoSite } from '../test/demo-site.ts';
import { junitFaults } from '../test/junit-rules.ts';
import { plantedSecrets, plantedValue } from '../test/planted-secrets.ts';

const validate = new Ajv2020({ allErrors: true }).compile(schema);

function expectValid(report: CheckReport): void {
  validate(JSON.parse(jsonReport(report)));
  expect(validate.errors).toBeNull();
  expect(junitFaults(junitReport([report]))).toEqual([]);
}

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Says all that it got, in the message, the media's address and a header; keeps it in `all`. */
const echoTo =
  (all: string[]): RequestListener =>
  (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const got = [request.url, ...request.rawHeaders, Buffer.concat(chunks).toString('latin1')].join('\n');
      all.push(got);
      const body = JSON.stringify({
        message: got,
        media_url: `http://127.0.0.1/?got=${encodeURIComponent(got)}`,
      });
      const status = request.headers['content-length'] === undefined ? 404 : 402;
      response
        .writeHead(status, { 'Content-Type': 'application/json', 'X-Got': encodeURIComponent(got) })
        .end(body);
    });
  };

/** Without a file nothing would be sent. */
const withFile = (xml: string) =>
  xml.includes('genericMediaUploadMultipartData')
    ? xml
    : xml.replace(
        '</account>',
        '<genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData></account>',
      );

const names = ['photo', 'description-emoji', 'reply-type', 'error-message'];

test('a check of the demo server is valid in every format', async () => {
  const xml = accountFor(`${await demoSite()}/demo/upload`, 'text=%description%&file=%media_content%');
  const report = await checkForTest({ xml, scenarios: names });
  expect(report.end).toBe('finished');
  expectValid(report);
});

describe('a planted secret is in no report, though the server says it back', () => {
  const sent = plantedSecrets.filter(({ plant }) => plant('').includes('https://media.example/'));

  /** Only a hash of them leaves, or nothing. */
  const kept = ['the password for Digest', 'the user name for Digest', 'a salt of a hash', 'user info'];

  test.each(sent)('$title', async ({ title, plant, value = plantedValue }) => {
    const got: string[] = [];
    const xml = withFile(plant(value)).replaceAll('https://media.example/', await listen(echoTo(got)));
    const report = await checkForTest({ xml, scenarios: ['photo', 'error-message'] });
    expect(got.some((text) => text.includes(value))).toBe(!kept.includes(title));
    expectValid(report);
    for (const file of [jsonReport(report), htmlReport(report), junitReport([report])])
      expect(file).not.toContain(value);
  });
});
