/** What may import what: as data, and the few functions that hold files against it. */
import { posix } from 'node:path';

/**
 * A folder may import itself and those listed. Of two rows the one with the longer path counts.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const layers = {
  'src/core': [],
  'src/core/source': [],
  'src/core/xml': ['src/core/source'],
  'src/core/account': ['src/core/xml', 'src/core/source', 'src/core/assumptions.ts'],
  'src/core/template': [
    'src/core/account',
    'src/core/xml',
    'src/core/source',
    'src/core/assumptions.ts',
    'src/core/secrets/secret-names.ts',
  ],
  'src/core/request': [
    'src/core/template',
    'src/core/account',
    'src/core/xml',
    'src/core/source',
    'src/core/assumptions.ts',
    'src/core/try-parse-url.ts',
  ],
  'src/core/response': [
    'src/core/xml',
    'src/core/source',
    'src/core/assumptions.ts',
    'src/core/try-parse-url.ts',
  ],
  'src/core/secrets': [
    'src/core/build-request.ts',
    'src/core/request',
    'src/core/template',
    'src/core/xml',
    'src/core/source',
  ],
  'src/core/rules': [],
  'src/language': ['src/core'],
  'src/upload': ['src/core'],
  'src/demo': ['src/core'],
  'src/server-check': ['src/language', 'src/upload', 'src/demo', 'src/capture/byte-text.ts', 'src/core'],
  'src/doctor': ['src/server-check', 'src/language', 'src/core'],
  'src/bisect': ['src/server-check', 'src/capture/byte-text.ts', 'src/upload', 'src/core'],
  'src/reports': ['src/server-check', 'src/language', 'src/core'],
  'src/links': ['src/core'],
  'src/receivers': ['src/core'],
  'src/library': ['src/language', 'src/core'],
  'src/exports': ['src/core'],
  'src/capture': ['src/core'],
  'src/import': ['src/capture', 'src/core'],
  'src/inspect': ['src/capture', 'src/demo', 'src/core'],
  'src/server': ['src/upload', 'src/demo', 'src/core'],
  'src/cli': [
    'src/server',
    'src/server-check',
    'src/doctor',
    'src/bisect',
    'src/reports',
    'src/exports',
    'src/links',
    'src/receivers',
    'src/import',
    'src/inspect',
    'src/capture',
    'src/upload',
    'src/demo',
    'src/language',
    'src/core',
  ],
  'src/page': [
    'src/server-check',
    'src/doctor',
    'src/bisect',
    'src/reports',
    'src/exports',
    'src/links',
    'src/receivers',
    'src/import',
    'src/inspect',
    'src/capture',
    'src/upload',
    'src/demo',
    'src/language',
    'src/core',
  ],
  'src/page/monaco': ['src/page/components', 'src/language', 'src/core'],
  'src/page/components': ['src/core'],
  'src/page/media': ['src/page/components', 'src/upload', 'src/core'],
  'src/page/storage': [],
  'src/page/exchange': ['src/page/media', 'src/page/components', 'src/upload', 'src/core'],
  'src/page/state': [
    'src/page/exchange',
    'src/page/media',
    'src/page/components',
    'src/page/monaco',
    'src/page/storage',
    'src/upload',
    'src/demo',
    'src/links',
    'src/language',
    'src/core',
  ],
  'src/page/commands': ['src/page/state', 'src/page/components'],
  build: ['src/server'],
  e2e: [],
};

/** What only some folders may know, by package. */
const packages = [
  {
    pattern: /^monaco-editor(?:\/|$)/,
    folders: ['src/page/monaco'],
    why: 'Only src/page/monaco imports Monaco.',
  },
  {
    pattern: /^idb$/,
    folders: ['src/page/storage'],
    why: 'Only src/page/storage knows the database.',
  },
  {
    pattern: /^(?:react|react-dom|radix-ui|lucide-react|@tanstack\/react-query)(?:\/|$)/,
    folders: ['src/page'],
    why: 'Only the page knows React.',
  },
  {
    pattern: /^(?:fast-xml-parser|@nodable\/entities)$/,
    folders: ['src/upload', 'src/server', 'src/reports'],
    why: 'A lenient parser decides nothing: core has a strict one.',
  },
  {
    pattern: /^node:/,
    folders: ['src/server', 'src/cli', 'build', 'e2e', 'src/test'],
    why: 'No Node here: I/O comes in from outside.',
  },
];

/** Folders of the page that are no features: they may be imported by all of those. */
const shared = ['monaco', 'components', 'media', 'exchange', 'storage', 'state', 'commands'].map(
  (name) => `src/page/${name}`,
);

export const folderOf = (/** @type {string} */ file) => posix.dirname(file);
const isIn = (/** @type {string} */ path, /** @type {string} */ folder) =>
  path === folder || path.startsWith(`${folder}/`);

/**
 * Files by their path from the top, packages by their name; type imports count too.
 * @param {string} file
 * @param {string} text
 * @returns {string[]}
 */
export function importsOf(file, text) {
  const found = text.matchAll(/(?:^|[\s;}(])(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, name = '']) => (name.startsWith('.') ? posix.join(folderOf(file), name) : name));
}

/**
 * Why `file` may not import `target`; null where it may.
 * @param {string} file
 * @param {string} target
 */
export function mayImport(file, target) {
  const isTest = /\.test\.tsx?$/.test(file) || isIn(file, 'src/test');
  if (!/^(?:src|build|e2e|scripts|docs)\//.test(target)) {
    if (isTest) return null;
    return (
      packages.find(
        ({ pattern, folders }) => pattern.test(target) && !folders.some((folder) => isIn(file, folder)),
      )?.why ?? null
    );
  }
  if (isTest && !isIn(file, 'e2e')) return null;
  const row = rowOf(file);
  if (row === undefined) return null;
  if (isIn(target, 'src/test')) return 'Support code of tests is for tests.';
  const feature = featureOf(file);
  const other = featureOf(target);
  if (feature !== null && other !== null && feature !== other)
    return 'A feature of the page imports no other.';
  // `src/core/rules.ts` stands on its folder, as the façades stand on all of core.
  if (isIn(target, row) || (row === 'src/core' && isIn(target, 'src/core'))) return null;
  if (file.startsWith('e2e/') && target.startsWith('scripts/')) return null;
  if (isIn(target, 'src/page') && row === 'src/page') return null;
  if ((layers[row] ?? []).some((folder) => isIn(target, folder))) return null;
  return `${row} may import itself${(layers[row] ?? []).map((folder) => `, ${folder}`).join('')} and nothing else.`;
}

/** @param {string} file */
function rowOf(file) {
  return Object.keys(layers)
    .filter((folder) => isIn(file, folder))
    .sort((a, b) => b.length - a.length)[0];
}

/** A folder of the page that holds one feature; the layout puts them together.
 * @param {string} file */
function featureOf(file) {
  const [, name] = /^src\/page\/([^/]+)\//.exec(file) ?? [];
  if (name === undefined || name === 'layout' || shared.includes(`src/page/${name}`)) return null;
  return name;
}

/**
 * One cycle, its first file again at the end; null where there is none.
 * @param {ReadonlyMap<string, readonly string[]>} imports
 * @returns {string[] | null}
 */
export function findCycle(imports) {
  /** @type {Map<string, 'open' | 'done'>} */
  const state = new Map();
  for (const start of imports.keys()) {
    /** @type {{ file: string, rest: string[] }[]} */
    const path = [];
    const enter = (/** @type {string} */ file) => {
      state.set(file, 'open');
      path.push({ file, rest: [...(imports.get(file) ?? [])] });
    };
    if (!state.has(start)) enter(start);
    while (path.length > 0) {
      const top = path[path.length - 1];
      const next = top?.rest.pop();
      if (top === undefined) break;
      if (next === undefined) {
        state.set(top.file, 'done');
        path.pop();
      } else if (state.get(next) === 'open') {
        const from = path.findIndex(({ file }) => file === next);
        return [...path.slice(from).map(({ file }) => file), next];
      } else if (!state.has(next) && imports.has(next)) enter(next);
    }
  }
  return null;
}
