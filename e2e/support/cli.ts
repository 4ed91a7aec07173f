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
}

/** The bytes of `preview`: head and body. */
export async function cliPreview({ xml, parameters, file, boundary }: PreviewInputs): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-'));
  try {
    const [document, media] = [join(folder, 'account.xml'), join(folder, 'media')];
    await writeFile(document, xml);
    await writeFile(media, file.bytes);
    const set = Object.entries(parameters).flatMap(([name, value]) => ['--param', `${name}=${value}`]);
    const args = [
      'preview',
      document,
      '--media',
      media,
      '--media-name',
      file.name,
      '--boundary',
      boundary,
      ...set,
    ];
    return await new Promise<Buffer>((resolve, reject) => {
      execFile(process.execPath, [program, ...args], { encoding: 'buffer' }, (error, stdout) =>
        error ? reject(error) : resolve(stdout),
      );
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
