/** The types of what other programs import, beside it: TypeScript's own declarations of src/library. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

const execFileAsync = promisify(execFile);

export function declarationsPlugin(): Plugin {
  return {
    name: 'declarations',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'library',
    async generateBundle() {
      const { root } = this.environment.config;
      for (const [fileName, source] of await declarationsOf(root)) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}

/** `library.d.ts` and what it imports. Throws with what the compiler says. */
async function declarationsOf(root: string): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'playground-declarations-'));
  const source = join(root, 'src');
  const options = { project: join(source, 'library'), rootDir: source, outDir: folder, noEmit: 'false' };
  const named = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  try {
    await execFileAsync(process.execPath, [tsc, ...named, '--declaration', '--emitDeclarationOnly']);
    return await withImports(join(folder, 'library'), 'library.d.ts');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withImports(folder: string, name: string, files = new Map<string, string>()) {
  const text = (await readFile(join(folder, name), 'utf8')).replaceAll(
    /(?<=from '\.\/[\w-]+)\.ts(?=')/g,
    '.js',
  );
  files.set(name, text);
  for (const [, from = ''] of text.matchAll(/from '([^']+)'/g)) {
    const imported = /^\.\/([\w-]+)\.js$/.exec(from)?.[1];
    // What is shipped is complete: a type of another folder would be missing there.
    if (imported === undefined) throw new Error(`The declarations of src/library must not import ${from}.`);
    if (!files.has(`${imported}.d.ts`)) await withImports(folder, `${imported}.d.ts`, files);
  }
  return files;
}
