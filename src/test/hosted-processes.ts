/** Test support: real processes of `serve --hosted`, from the built program. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished } from 'vitest';
import { packageRoot } from '../cli/package-root.ts';

export const program = join(packageRoot, 'dist', 'server', 'main.js');

/** Builds what is older than its sources; for `beforeAll`, with minutes of time. */
export async function ensureProgram(): Promise<void> {
  const bin = join(packageRoot, 'bin', 'media-upload-playground.mjs');
  const [status] = await once(spawn(process.execPath, [bin, '--version'], { stdio: 'ignore' }), 'close');
  if (status !== 0) throw new Error('The program could not be built.');
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hosted-process-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function configFile(config: unknown): string {
  const file = join(temporaryFolder(), 'hosted.json');
  writeFileSync(file, typeof config === 'string' ? config : JSON.stringify(config));
  return file;
}

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface HostedProcess {
  readonly port: number;
  /** Of health and metrics, where the configuration has one and it was told. */
  readonly operationsPort: () => Promise<number>;
  readonly child: ChildProcess;
  /** What it wrote to standard error so far. */
  readonly errors: () => string;
  /** Settles when the process has ended and its output is read. */
  readonly ended: Promise<Ended>;
}

/** Resolves when it listens; ended with the test. */
export async function startProcess(file: string, ...options: readonly string[]): Promise<HostedProcess> {
  return started(run(['--config', file, ...options]));
}

/** With variables of the environment. */
export async function startProcessWith(
  environment: Readonly<Record<string, string>>,
  file: string,
): Promise<HostedProcess> {
  return started(run(['--config', file], [], environment));
}

/** One that throws an error with `message` out of everything when it gets SIGUSR2. */
export async function startFaultyProcess(file: string, message: string): Promise<HostedProcess> {
  // The log shows lines of the program's text, so the message comes from elsewhere.
  const fault = 'process.on("SIGUSR2", () => { throw new Error(process.env.PLANTED_MESSAGE); })';
  const nodeOptions = ['--import', `data:text/javascript,${encodeURIComponent(fault)}`];
  return started(run(['--config', file], nodeOptions, { PLANTED_MESSAGE: message }));
}

async function started(running: ReturnType<typeof run>): Promise<HostedProcess> {
  const line = await Promise.race([once(running.lines, 'line'), running.ended]);
  if (!Array.isArray(line)) throw new Error(running.errors());
  const operationsPort = async () => {
    const told = () => /Health and metrics are at [^,]*, port (\d+)/.exec(running.errors())?.[1];
    await expect.poll(told).toBeDefined();
    return Number(told());
  };
  return { ...running, port: Number(new URL(String(line[0])).port), operationsPort };
}

/** For one that is not meant to start. */
export async function runToEnd(...options: readonly string[]): Promise<Ended & { readonly errors: string }> {
  const { ended, errors } = run(options);
  return { ...(await ended), errors: errors() };
}

function run(
  options: readonly string[],
  nodeOptions: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
) {
  const args = [...nodeOptions, program, 'serve', '--hosted', ...options];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  const ended = once(child, 'close').then(([status, signal]): Ended => ({ status, signal }));
  return { child, ended, errors: () => text, lines: createInterface({ input: child.stdout }) };
}
