/** Writes `.br` and `.gz` beside the page's files, so that serving them costs no time. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Not index.html: who serves it writes its own address into it. */
const compressible = /\.(?:js|css|svg)$/;
/** Bytes from where brotli's best level takes twice the time of the one below, for two per cent. */
const largeFile = 512 * 1024;

export function compressPlugin(): Plugin {
  return {
    name: 'compress-page',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    writeBundle: async ({ dir }, bundle) => {
      if (dir === undefined) return;
      const names = Object.keys(bundle).filter((name) => compressible.test(name));
      await Promise.all(names.map((name) => compressFile(join(dir, name))));
    },
  };
}

/** Writes each form only where it is smaller than the file. */
export async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  const quality = bytes.length < largeFile ? constants.BROTLI_MAX_QUALITY : 10;
  const [brotli, gzipped] = await Promise.all([
    brotliAsync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    gzipAsync(bytes, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  if (brotli.length < bytes.length) await writeFile(`${path}.br`, brotli);
  if (gzipped.length < bytes.length) await writeFile(`${path}.gz`, gzipped);
}
