/** The command line, to compare with what the page does. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from './serve.ts';

interface PreviewInputs {
  readonly xml: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly file: { readonly name: string; readonly bytes: Buffer };
  readonly boundary: string;
  /** More options. */
  readonly options?: readonly string[];
}

/** What `preview` prints, in a folder where the media lies under its name; by default head and body. */
export async function cliPreview({
  xml,
  parameters,
  file,
  boundary,
  options = [],
}: PreviewInputs): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-'));
  try {
    await writeFile(join(folder, 'account.xml'), xml);
    await writeFile(join(folder, file.name), file.bytes);
    const set = Object.entries(parameters).flatMap(([name, value]) => ['--param', `${name}=${value}`]);
    const args = ['preview', 'account.xml', '--media', file.name, '--boundary', boundary, ...set, ...options];
    return await new Promise<Buffer>((resolve, reject) => {
      execFile(process.execPath, [program, ...args], { encoding: 'buffer', cwd: folder }, (error, stdout) =>
        error ? reject(error) : resolve(stdout),
      );
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
