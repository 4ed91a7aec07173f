/**
 * Puts the first visit's page into index.html, as HTML, and starts the script behind it: the first
 * paint then waits for no script. Only at build time; nothing here runs in a request.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { inertRoot, prerenderedHost } from '../src/server/page/built-page.ts';

const entry = /<script type="module"[^>]*? src="([^"]+)"><\/script>/;
const preload = /\s*<link rel="modulepreload"[^>]*>/g;

export function prerenderPlugin(): Plugin {
  return {
    name: 'prerender-page',
    apply: 'build',
    // The editor is no part of the first paint, and Monaco no guest of Node.
    resolveId: {
      order: 'pre',
      handler(source) {
        const isEditor = /\/monaco\/xml-editor\.ts$/.test(source);
        return isEditor && this.environment.name === 'ssr' ? '\0no-editor' : null;
      },
    },
    load: (id) => (id === '\0no-editor' ? 'export {};' : null),
    buildApp: {
      order: 'post',
      handler: async (builder) => {
        const { client, ssr } = builder.environments;
        if (!client || !ssr) return;
        for (const environment of [client, ssr]) {
          if (!environment.isBuilt) await builder.build(environment);
        }
        const path = resolve(client.config.root, client.config.build.outDir, 'index.html');
        const bundle = resolve(ssr.config.root, ssr.config.build.outDir, 'prerender.js');
        await writeFile(path, withFirstPaint(await readFile(path, 'utf8'), await renderWith(bundle)));
        for (const made of [bundle, `${bundle}.map`]) await rm(made, { force: true });
      },
    },
  };
}

/** The script comes behind the first frame; until then the page is inert. */
export function withFirstPaint(html: string, page: string): string {
  const script = entry.exec(html)?.[1];
  if (script === undefined) throw new Error('index.html names no script.');
  return html
    .replace(entry, '')
    .replace(preload, '')
    .replace('</head>', () => `  <script src="/first-paint.js" data-script="${script}"></script>\n  </head>`)
    .replace('<div id="root"></div>', () => `${inertRoot}>${requestFirst(lifeless(page))}</div>`);
}

/**
 * Until the script is there nothing may be typed or chosen: it would be lost. What is for assistive
 * technology and for the script says nothing in an inert page, and would be a sixth of its bytes.
 */
function lifeless(page: string): string {
  return page
    .replace(/<input[^>]*type="file"[^>]*>/g, '')
    .replace(/<(?:input|textarea)(?= )/g, '$& readonly')
    .replace(unusedAttributes, '');
}

const unusedAttributes =
  / (?:data-(?:tip|place|param)|tabindex|aria-(?:controls|describedby|description|expanded|haspopup|keyshortcuts|labelledby|live))="[^"]*"/g;

/**
 * The first frame is for the request. What the other rooms hold is parsed but neither styled nor
 * laid out before it: a template, which first-paint.js unfolds in the second frame.
 */
export function requestFirst(page: string): string {
  let html = '';
  let at = 0;
  for (const { 0: opening, index } of page.matchAll(laterRoom)) {
    const inside = index + opening.length;
    if (inside < at) continue;
    const end = endOfSection(page, inside);
    html += `${page.slice(at, inside)}<template>${page.slice(inside, end)}</template>`;
    at = end;
  }
  return html + page.slice(at);
}

const laterRoom =
  /<section (?:data-pane="" class="[^"]*"|class="room") aria-label="(?!Request")[^"]*">(?:<header.*?<\/header>)?/gs;

/** Where the end tag of the section whose inside starts at `from` stands. */
function endOfSection(page: string, from: number): number {
  let depth = 1;
  for (const { 0: tag, index } of page.slice(from).matchAll(/<section\b|<\/section>/g)) {
    depth += tag === '</section>' ? -1 : 1;
    if (depth === 0) return from + index;
  }
  throw new Error('A room of the rendered page has no end.');
}

/** The page's modules look at a browser when they are loaded: they get the least of one. */
async function renderWith(bundle: string): Promise<string> {
  const nothing = () => null;
  const storage = { getItem: nothing, setItem: nothing, removeItem: nothing, clear: nothing };
  const query = { matches: false, addEventListener: nothing, removeEventListener: nothing };
  const browser = {
    location: new URL(`http://${prerenderedHost}`),
    matchMedia: () => query,
    sessionStorage: storage,
  };
  const page = { getElementById: nothing };
  const globals = {
    window: browser,
    document: page,
    localStorage: storage,
    navigator: { platform: '', userAgent: '' },
  };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  const { prerender } = (await import(pathToFileURL(bundle).href)) as { prerender: () => string };
  return prerender();
}
