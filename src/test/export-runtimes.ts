/** Test support: the exports that are programs, and what runs them here. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { curlCommand } from '../exports/curl.ts';
import type { ExportedRequest } from '../exports/exported-request.ts';
import { goProgram } from '../exports/go-program.ts';
import { nodeProgram } from '../exports/node-program.ts';
import { phpProgram } from '../exports/php-program.ts';
import { pythonProgram } from '../exports/python-program.ts';

export interface Runtime {
  readonly name: string;
  /** How its version is asked for. */
  readonly version: readonly string[];
  readonly write: (request: ExportedRequest) => string;
  readonly file: string;
  readonly run: readonly string[];
}

/** The file's name, beside the program. */
export const media = 'photo.jpg';

/** Itself, where `python3` is a script that looks for it at every start. */
function python(): string {
  const { stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.executable)']);
  return stdout?.toString().trim() || 'python3';
}

export const runtimes: readonly Runtime[] = [
  {
    name: 'curl',
    version: ['curl', '--version'],
    write: (request) => curlCommand(request, media),
    file: 'upload.sh',
    run: ['sh', 'upload.sh'],
  },
  {
    name: 'Node',
    version: ['node', '--version'],
    write: nodeProgram,
    file: 'upload.mjs',
    run: ['node', 'upload.mjs', media],
  },
  {
    name: 'Python',
    version: ['python3', '--version'],
    write: pythonProgram,
    file: 'upload.py',
    run: [python(), 'upload.py', media],
  },
  {
    name: 'PHP',
    version: ['php', '--version'],
    write: phpProgram,
    file: 'upload.php',
    run: ['php', 'upload.php', media],
  },
  {
    name: 'Go',
    version: ['go', 'version'],
    write: goProgram,
    file: 'upload.go',
    run: ['go', 'run', 'upload.go', media],
  },
];

export const isMissing = ({ version: [command = '', ...options] }: Runtime) =>
  spawnSync(command, options).error !== undefined;

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

export async function ended(child: ChildProcess): Promise<Ran> {
  let out = '';
  let errors = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const [code] = await once(child, 'close');
  return { status: code, out, errors };
}

/** In `folder`, which gets its files. */
export function runProgram(
  folder: string,
  { write, file, run }: Runtime,
  request: ExportedRequest,
  mediaBytes: Uint8Array,
  variables: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  writeFileSync(join(folder, file), write(request));
  writeFileSync(join(folder, media), mediaBytes);
  const [command = '', ...options] = run;
  const env = { ...process.env, ...variables };
  return ended(spawn(command, options, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] }));
}
