/**
 * Puts the first visit's page into index.html, drawn by the page's own components, and leaves its scripts
 * to public/first-paint.js: the first paint waits for none. Only in a build; nothing here runs in a request.
 */
import { join } from 'node:path';
import { createServer, type Plugin, type Rolldown } from 'vite';
import { inertRoot, prerenderedHost } from '../src/server/page/built-page.ts';

type Bundle = Rolldown.OutputBundle;

export function firstFramePlugin(): Plugin {
  let root = '';
  return {
    name: 'first-frame',
    apply: 'build',
    // index.html fetches nothing before the first paint. A piece loaded later brings its style sheet; names of
    // the scripts that it imports would stand in the first load, and the editor's are in `next`.
    config: () => ({
      build: {
        modulePreload: {
          polyfill: false,
          resolveDependencies: (_, needed, { hostType }) =>
            hostType === 'html' ? [] : needed.filter((file) => file.endsWith('.css')),
        },
      },
    }),
    configResolved: (config) => {
      root = config.root;
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const entry = Object.values(bundle).find(isEntryOfPage);
        if (entry) for (const name of filesWith(entry, bundle)) compileWhole(bundle[name]);
      },
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { chunk, bundle }) {
        if (!chunk || !bundle) return html;
        return withFirstFrame(html, await renderFirstFrame(root), scriptsOf(chunk, bundle));
      },
    },
  };
}

/** Files, as index.html names them. */
interface PageScripts {
  readonly script: string;
  /** What the script needs at once. */
  readonly modules: readonly string[];
  /** What the page needs next: the editor, which is large. */
  readonly next: readonly string[];
}

/** The script starts after the first frame; until then the page is inert. */
export function withFirstFrame(html: string, page: string, { script, modules, next }: PageScripts): string {
  const first = `<script src="./first-paint.js" data-script="${script}" data-modules="${modules.join(' ')}" data-next="${next.join(' ')}"></script>`;
  const places = [
    [`<script type="module" crossorigin src="${script}"></script>`, first],
    ['<div id="root"></div>', `${inertRoot}>${page}</div>`],
  ] as const;
  return places.reduce((whole, [place, content]) => {
    if (!whole.includes(place)) throw new Error(`index.html has no ${place}`);
    return whole.replace(place, () => content);
  }, html);
}

function isEntryOfPage(file: Bundle[string]): file is Rolldown.OutputChunk {
  return file.type === 'chunk' && file.isEntry && (file.facadeModuleId?.endsWith('index.html') ?? false);
}

/** Nearly all of it runs at once: V8 compiles it while it arrives, beside the main thread, and not function by function. */
function compileWhole(file: Bundle[string] | undefined): void {
  if (file?.type === 'chunk') file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
}

function scriptsOf(entry: Rolldown.OutputChunk, bundle: Bundle): PageScripts {
  const needed = filesWith(entry, bundle);
  const editor = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/monaco/xml-editor.ts'),
  );
  if (editor?.type !== 'chunk') throw new Error('The editor is no piece of its own any more.');
  const next = [...filesWith(editor, bundle), ...(editor.viteMetadata?.importedCss ?? [])];
  const address = (file: string) => `./${file}`;
  return {
    script: address(entry.fileName),
    modules: [...needed].filter((file) => file !== entry.fileName).map(address),
    next: next.filter((file) => !needed.has(file)).map(address),
  };
}

/** A chunk and all that it imports statically. */
function filesWith(chunk: Rolldown.OutputChunk, bundle: Bundle, files = new Set<string>()): Set<string> {
  files.add(chunk.fileName);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk' && !files.has(name)) filesWith(imported, bundle, files);
  }
  return files;
}

/** The page's modules look at a browser when they are loaded: they get the least of one. */
async function renderFirstFrame(root: string): Promise<string> {
  const nothing = () => null;
  const storage = { getItem: nothing, setItem: nothing, removeItem: nothing, clear: nothing };
  const query = { matches: false, addEventListener: nothing, removeEventListener: nothing };
  const window = {
    location: new URL(`http://${prerenderedHost}`),
    matchMedia: () => query,
    sessionStorage: storage,
  };
  const navigator = { platform: '', userAgent: '' };
  const document = { getElementById: nothing };
  const browser = { window, document, localStorage: storage, navigator };
  for (const [name, value] of Object.entries(browser)) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  const page = join(root, 'src', 'page', 'prerender.tsx');
  const vite = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { prerender } = await vite.ssrLoadModule(page);
    return await prerender();
  } finally {
    await vite.close();
  }
}
