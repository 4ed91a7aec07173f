/** Writes which packages a build holds, with their licences: they have to travel with it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

export const licencesFile = 'third-party-licenses.txt';

export interface ThirdParty {
  readonly name: string;
  /** What its package.json declares. */
  readonly licence: string;
  readonly text: string;
}

/** A worker is a build of its own: what it holds is added to the page's. */
export function thirdPartyPlugin(): { readonly page: () => Plugin; readonly worker: () => Plugin } {
  const ofWorkers = new Set<string>();
  return {
    worker: () => ({
      name: 'third-party-of-worker',
      generateBundle: (_, bundle) => {
        for (const id of sourcesOf(bundle)) ofWorkers.add(id);
      },
    }),
    page: () => ({
      name: 'third-party',
      apply: 'build',
      generateBundle: {
        order: 'post',
        handler(_, bundle) {
          const inWorkers = this.environment.name === 'client' ? ofWorkers : [];
          const { root } = this.environment.config;
          const files = [...sourcesOf(bundle), ...inWorkers].map((file) => resolve(root, file));
          const packages = packagesOf(files);
          this.emitFile({ type: 'asset', fileName: licencesFile, source: licencesText(packages) });
        },
      },
    }),
  };
}

type Files = Readonly<
  Record<
    string,
    | { readonly type: 'chunk'; readonly moduleIds: readonly string[] }
    | { readonly type: 'asset'; readonly originalFileNames: readonly string[] }
  >
>;

/** Modules, and files such as fonts that style sheets name. */
function sourcesOf(bundle: Files): readonly string[] {
  return Object.values(bundle).flatMap((file) =>
    file.type === 'chunk' ? file.moduleIds : file.originalFileNames,
  );
}

/** Each package once, by name. */
export function packagesOf(files: readonly string[]): readonly ThirdParty[] {
  const folders = new Set(files.map(packageFolder).filter((folder) => folder !== null));
  const found = new Map(
    Array.from(folders, (folder) => {
      const one = readPackage(folder);
      return [one.name, one] as const;
    }),
  );
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** `…/node_modules/@scope/name` or `…/node_modules/name`, the innermost; null for files of our own. */
function packageFolder(file: string): string | null {
  const clean = file.replaceAll('\0', '').replace(/\?.*$/s, '');
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/s.exec(clean)?.[0] ?? null;
}

function readPackage(folder: string): ThirdParty {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice|thirdpartynotices)/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return {
    name: `${name} ${version}`,
    licence: license ?? licenses?.[0]?.type ?? 'see below',
    text: texts.join('\n\n') || 'The package has no licence file.',
  };
}

/** Packages of one text stand together. */
export function licencesText(packages: readonly ThirdParty[]): string {
  const texts = [...new Set(packages.map(({ text }) => text))];
  const sections = texts.map((text) => {
    const holders = packages.filter((one) => one.text === text);
    const names = holders.map(({ name, licence }) => `${name} (${licence})\n`);
    return `${'-'.repeat(80)}\n${names.join('')}\n${text}\n`;
  });
  return `This build holds code and fonts of these packages.\n\n${sections.join('\n')}`;
}
