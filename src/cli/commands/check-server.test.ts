import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { allScenarios, usualScenarios } from '../../server-check/scenarios/all-scenarios.ts';
import { runCaptured } from '../../test/captured-console.ts';
import { accountFor } from '../../test/check-for-test.ts';
import { demoSite } from '../../test/demo-site.ts';

const only = (...names: readonly string[]) => names.flatMap((name) => ['--scenario', name]);

describe('check-server', () => {
  it('says first what it will send, then a line a scenario, then a summary', async () => {
    const origin = await demoSite();
    const { status, text } = await runCaptured(
      ['check-server', '-', ...only('photo', 'size-0-9-mb', 'description-emoji', 'error-message')],
      { input: accountFor(`${origin}/demo/upload?token=abc-never-to-be-seen`) },
    );
    expect(status).toBe(0);
    const lines = text.replace(/\d+\.\d s/g, 'N s').split('\n');
    expect(lines).toEqual([
      `4 scenarios to POST ${origin}/demo/upload?token={TOKEN}`,
      '2 uploads of 1.0 MB in all, at most 4 requests, 300 s',
      '✓ photo  A photo',
      '✓ size-0-9-mb  A photo of 0.9 MB',
      '– description-emoji  A description with emoji: %description% is not used by this configuration, so the app does not send it.',
      '✓ error-message  Errors are told in words',
      '',
      '3 passed, 1 skipped in N s',
      '',
    ]);
  });

  it('ends with 1 where something fails, with the reasons under it', async () => {
    const origin = await demoSite();
    const { status, text } = await runCaptured(['check-server', '-', ...only('photo')], {
      input: accountFor(`${origin}/demo/upload?status=402`),
    });
    expect(status).toBe(1);
    expect(text).toContain('✗ photo  A photo\n    RES-2 Status 402: the user reads “Not enough credit”.\n');
    expect(text).toContain('1 failed in ');
  });

  it('ends with 3 where nobody listens, after the second call', async () => {
    const closed = createTcpServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    const { status, text } = await runCaptured(['check-server', '-', ...only('photo', 'clip')], {
      input: accountFor(`http://127.0.0.1:${port}/`),
    });
    expect(status).toBe(3);
    expect(text).toMatch(/· photo {2}A photo: The server can't be reached: .*connection refused/);
    expect(text).toContain('2 not run');
  });

  it('goes to an untrusted server where it is said which, and says how to say so', async () => {
    const pem = (name: string) =>
      readFileSync(new URL(`../../test/fixtures/tls/${name}.pem`, import.meta.url), 'utf8');
    const [cert, key] = [pem('self-signed-cert'), pem('self-signed-key')];
    const server = createTlsServer({ cert, key }, (request, response) => {
      if (request.method === 'GET') response.end('another file');
      else
        request
          .resume()
          .on('end', () => response.end(JSON.stringify({ media_url: `https://${request.headers.host}/x` })));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const input = accountFor(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const args = ['check-server', '-', ...only('photo')];
    const refused = await runCaptured(args, { input });
    expect(refused.status).toBe(3);
    expect(refused.text).toContain('send prints the certificate');
    const accepted = [...args, '--accept-certificate', new X509Certificate(cert).fingerprint256];
    const { status, text } = await runCaptured(accepted, { input });
    expect([status, text]).toEqual([1, expect.stringContaining('media_url gives something else')]);
  });

  it('prints the report as JSON, the lines go to standard error', async () => {
    const { status, text, err } = await runCaptured(
      ['check-server', '-', '--format=json', ...only('photo')],
      { input: accountFor(`${await demoSite()}/demo/upload`) },
    );
    expect(status).toBe(0);
    expect(JSON.parse(text)).toMatchObject({ version: 1, end: 'finished', results: [{ outcome: 'passed' }] });
    expect(err).toContain('✓ photo');
  });

  it('checks several files, each for itself, and ends with the worst', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'check-server-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const origin = await demoSite();
    writeFileSync(join(folder, 'a.xml'), accountFor(`${origin}/demo/upload`));
    writeFileSync(join(folder, 'b.xml'), accountFor(`${origin}/demo/upload?status=500`));
    const { status, text } = await runCaptured(['check-server', `${folder}/*.xml`, ...only('photo')]);
    expect(status).toBe(1);
    expect(text).toMatch(/a\.xml:\n.*✓ photo.*b\.xml:\n.*✗ photo/s);
  });

  it('lists scenarios; with a file what each would do, and sends nothing', async () => {
    const all = await runCaptured(['check-server', '--list']);
    expect(all.status).toBe(0);
    for (const { name } of allScenarios) expect(all.text).toMatch(new RegExp(`^${name} .*`, 'm'));
    expect(all.text).toContain('(only where asked for)');
    const origin = await demoSite();
    const one = await runCaptured(['check-server', '-', '--list'], {
      input: accountFor(`${origin}/demo/upload`),
    });
    expect(one.text).toContain('%description% is not used');
    expect(one.text.trim().split('\n')).toHaveLength(usualScenarios.length + 2);
    expect(await (await fetch(`${origin}/demo/uploads`)).json()).toEqual([]);
  });

  it.each<[string, readonly string[], string]>([
    ['an unknown scenario', only('phot'), '--scenario phot: there is none of this name'],
    ['a time that is none', ['--time=soon'], '--time soon: must be a number of seconds'],
    ['both ways to choose', ['--all', ...only('photo')], '--all and --scenario differ'],
    ['an unknown format', ['--format=xml'], '--format xml: the formats here are text, json'],
  ])('refuses %s', async (_, args, said) => {
    const { status, err } = await runCaptured(['check-server', '-', ...args], { input: '<account/>' });
    expect(status).toBe(2);
    expect(err).toContain(said);
  });

  it('writes the reports, masked, and JUnit of several files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'check-server-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const url = `${await demoSite()}/demo/upload?token=never-to-be-seen`;
    const file = join(folder, 'account.xml');
    writeFileSync(file, accountFor(url));
    writeFileSync(join(folder, 'other.xml'), accountFor(`${url}&status=402`));
    const to = (kind: string) => [`--report-${kind}`, join(folder, `report.${kind}`)];
    const read = (kind: string) => readFileSync(join(folder, `report.${kind}`), 'utf8');
    const one = await runCaptured([
      'check-server',
      file,
      ...only('photo'),
      ...to('json'),
      ...to('html'),
      ...to('junit'),
    ]);
    expect(one.status).toBe(0);
    expect(JSON.parse(read('json'))).toMatchObject({ file: 'account.xml', end: 'finished' });
    expect(read('html')).toContain('A photo');
    expect(read('junit').match(/<testsuite /g)).toHaveLength(1);
    for (const kind of ['json', 'html', 'junit']) expect(read(kind)).not.toContain('never-to-be-seen');
    const two = await runCaptured(['check-server', `${folder}/*.xml`, ...only('photo'), ...to('junit')]);
    expect(two.status).toBe(1);
    expect(read('junit').match(/<testsuite /g)).toHaveLength(2);
    const mixed = await runCaptured(['check-server', `${folder}/*.xml`, ...only('photo'), ...to('json')]);
    expect([mixed.status, mixed.text]).toEqual([2, '']);
  });

  it.each(['junit', 'json', 'html'])('sends nothing where --report-%s can not be written', async (kind) => {
    const origin = await demoSite();
    for (const [path, why] of [
      ['/no/such/folder/report', 'the folder /no/such/folder does not exist'],
      [tmpdir(), 'is a folder, not a file'],
    ] as const) {
      const { status, err } = await runCaptured(['check-server', '-', `--report-${kind}`, path], {
        input: accountFor(`${origin}/demo/upload`),
      });
      expect(status).toBe(2);
      expect(err).toContain(`--report-${kind} ${path}: ${why}.`);
    }
    expect(await (await fetch(`${origin}/demo/uploads`)).json()).toEqual([]);
  });

  it('says so where no request can be built, and all is skipped', async () => {
    const { status, text, err } = await runCaptured(['check-server', '-'], { input: '<account/>' });
    expect(status).toBe(1);
    expect(err).toContain('No request can be built, so nothing is sent.');
    expect(text).toContain(`${usualScenarios.length} skipped`);
  });

  it('stops at once, and says what it knows', async () => {
    const stop = new AbortController();
    const origin = await demoSite();
    const { status, text } = await runCaptured(
      ['check-server', '-', ...only('photo', 'slow', 'reply-type')],
      {
        input: accountFor(`${origin}/demo/upload`),
        stop: stop.signal,
        onOut: (chunk) => {
          if (chunk.includes('✓ photo')) stop.abort();
        },
      },
    );
    expect(status).toBe(1);
    expect(text).toContain('✓ photo');
    expect(text).toMatch(/· slow {2}A slow upload: The check was stopped before it was done\.\n/);
    expect(text).toContain('· reply-type  The reply is declared as what it is\n');
    expect(text).toContain('1 passed, 2 not run in 0.');
  });

  it('waits where the server asks for it, and says so', async () => {
    let asked = 0;
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        asked += 1;
        if (asked === 2) response.writeHead(429, { 'Retry-After': '1' }).end();
        else
          response
            .writeHead(asked === 1 || asked === 3 ? 400 : 200, { 'Content-Type': 'application/json' })
            .end('{"message": "No."}');
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { text, err } = await runCaptured(['check-server', '-', ...only('photo', 'clip')], {
      input: accountFor(`http://127.0.0.1:${port}/`),
    });
    expect(err).toContain('Waiting 1 s: the server answers 429.');
    expect(text).toContain('The server answers 429 and asks to wait 1 s: waited, and asked again.');
    expect(asked).toBe(3);
  });

  it('keeps what a server says from steering the terminal', async () => {
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(402).end('{"message": "\\u001b[2K\\r✓ photo"}'));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { text } = await runCaptured(['check-server', '-', ...only('photo')], {
      input: accountFor(`http://127.0.0.1:${port}/`),
    });
    expect(text).not.toContain('\u001b');
    expect(text).toContain('\\u{1b}[2K\\u{d}✓ photo');
  });
});
