import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vectors from '../test/fixtures/vectors/request.json' with { type: 'json' };
import { packageRoot, packageVersion } from './package-root.ts';

/** The real program, from another folder, through real pipes; `bin` first builds it. */
const bin = join(packageRoot, 'bin', 'media-upload-playground.mjs');
const program = join(packageRoot, 'dist', 'server', 'main.js');
let folder: string;

function start(args: readonly string[], file = program) {
  return spawn(process.execPath, [file, ...args], { cwd: folder, stdio: 'pipe' });
}

async function finish(args: readonly string[], input = '', file = program) {
  const child = start(args, file);
  const out: Buffer[] = [];
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk;
  });
  child.stdin.end(input);
  const [status] = await once(child, 'close');
  return { status, out: Buffer.concat(out), err };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'process-'));
  // Standard output is the program's alone, whatever is built before.
  const { status, out } = await finish(['--version'], '', bin);
  expect({ status, out: String(out) }).toEqual({ status: 0, out: `${packageVersion()}\n` });
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the real process', () => {
  test('waits before it calls a server again, though nothing else is going on', async () => {
    const url = '<genericMediaUploadUrl>http://127.0.0.1:9/up</genericMediaUploadUrl>';
    const data = '<genericMediaUploadMultipartData>f=%media_content%</genericMediaUploadMultipartData>';
    const args = ['check-server', '-', '--scenario', 'photo'];
    const { status, out } = await finish(args, `<account>${url}${data}</account>`);
    expect({ status, said: out.includes('1 not run') }).toEqual({ status: 3, said: true });
  });

  test.each(vectors.slice(0, 3))('prints the bytes of the vector $name', async (vector) => {
    const media = join(folder, vector.media.name);
    writeFileSync(media, Buffer.from(vector.media.hex, 'hex'));
    const parameters = Object.entries(vector.parameters).flatMap(([name, value]) => [
      '--param',
      `${name}=${value}`,
    ]);
    const assumptions = Object.entries(vector.assumptions).flatMap(([id, option]) => [
      '--assume',
      `${id}=${option}`,
    ]);
    const args = ['--media', media, '--media-type', vector.media.type, '--boundary', vector.boundary];
    const { status, out } = await finish(
      ['preview', '-', ...args, ...parameters, ...assumptions],
      vector.xml,
    );
    const lines = [
      `${vector.expect.method} ${vector.expect.target} HTTP/1.1`,
      ...vector.expect.headers.map(([name, value]) => `${name}: ${value}`),
    ];
    const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
    expect(out.toString('hex')).toBe(head.toString('hex') + vector.expect.bodyHex);
    expect(status).toBe(0);
  });

  test('writes megabytes into a pipe that is read late, to the last byte', async () => {
    const media = join(folder, 'large.bin');
    const size = 3_000_000;
    writeFileSync(media, Buffer.alloc(size, 7));
    const child = start(['preview', '-', '--media', media, '--boundary', 'B', '--format', 'body']);
    child.stderr.resume();
    child.stdin.end(vectors[0]?.xml);
    // Nothing is read before the pipe is full: the program must wait, not drop or end early.
    await once(child.stdout, 'readable');
    let length = 0;
    let tail = Buffer.alloc(0);
    for await (const chunk of child.stdout) {
      length += chunk.length;
      tail = Buffer.concat([tail, chunk]).subarray(-20);
    }
    expect(length).toBeGreaterThan(size);
    expect(tail.toString()).toMatch(/--B--\r\n$/);
  });

  test('ends quietly when its reader goes away', async () => {
    const media = join(folder, 'endless.bin');
    writeFileSync(media, Buffer.alloc(3_000_000));
    const child = start(['preview', '-', '--media', media, '--format', 'body']);
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.stdin.end(vectors[0]?.xml);
    child.stdout.once('data', () => child.stdout.destroy());
    const [status] = await once(child, 'close');
    expect(err).not.toMatch(/EPIPE|at .*\.js/);
    expect(status).toBe(0);
  });

  test('ends with 2 for bad usage', async () => {
    expect(await finish(['preview', '--nope'])).toMatchObject({ status: 2, out: Buffer.alloc(0) });
  });
});

describe('serve', () => {
  const served = async (...args: string[]) => {
    const child = start(['serve', ...args]);
    const ended = once(child, 'close');
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const stop = async () => {
      child.kill('SIGTERM');
      const [status] = await ended;
      return status;
    };
    return { url: String(line), stop };
  };

  test('prints its address first, answers there, and ends when asked to', async () => {
    const { url, stop } = await served('--port', '0');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>Media Upload Playground</title>');
    expect(await stop()).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  test('an upload to its demo media server succeeds', async () => {
    const { url, stop } = await served('--port', '0');
    const xml = `<account><genericMediaUploadUrl>${url}demo/upload</genericMediaUploadUrl><genericMediaUploadMultipartData>f=%media_content%</genericMediaUploadMultipartData></account>`;
    expect(await finish(['send', '-'], xml)).toMatchObject({ status: 0 });
    const refused = xml.replace('upload<', 'upload?status=402&amp;reply=json<');
    expect(await finish(['send', '-'], refused)).toMatchObject({ status: 1 });
    expect(await stop()).toBe(0);
  });

  test('a check of its demo media server passes, and Ctrl+C ends one at once', async () => {
    const { url, stop } = await served('--port', '0');
    const xml = `<account><genericMediaUploadUrl>${url}demo/upload</genericMediaUploadUrl><genericMediaUploadMultipartData>f=%media_content%</genericMediaUploadMultipartData></account>`;
    const report = join(folder, 'report.html');
    const args = ['check-server', '-', '--scenario', 'media', '--scenario', 'reply', '--report-html', report];
    const { status, out } = await finish(args, xml);
    expect({ status, out: String(out) }).toMatchObject({ status: 0, out: expect.stringContaining('✓ clip') });
    expect(readFileSync(report, 'utf8')).toContain('<!doctype html>');
    const child = start(['check-server', '-', '--scenario', 'photo', '--scenario', 'slow']);
    child.stdin.end(xml);
    let text = '';
    for await (const chunk of child.stdout) {
      text += chunk;
      if (String(chunk).includes('✓ photo')) child.kill('SIGINT');
    }
    if (child.exitCode === null) await once(child, 'close');
    expect([child.exitCode, text]).toEqual([1, expect.stringContaining('1 passed, 1 not run')]);
    expect(await stop()).toBe(0);
  });

  test('a port that was asked for and is taken is an error', async () => {
    const { url, stop } = await served('--port', '0');
    const { status, out, err } = await finish(['serve', '--port', new URL(url).port]);
    expect({ status, out: String(out) }).toEqual({ status: 1, out: '' });
    expect(err).toContain('is taken');
    await stop();
  });

  test.each([['-1'], ['70000'], ['http']])('--port=%s is bad usage', async (port) => {
    expect(await finish(['serve', `--port=${port}`])).toMatchObject({ status: 2 });
  });
});
