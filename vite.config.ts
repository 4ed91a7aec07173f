import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compressPlugin } from './build/compress-plugin.ts';
import { declarationsPlugin } from './build/declarations-plugin.ts';
import { firstFramePlugin } from './build/first-frame-plugin.ts';
import { playgroundPlugin } from './build/playground-plugin.ts';
import { serviceWorkerPlugin } from './build/service-worker-plugin.ts';
import { thirdPartyPlugin } from './build/third-party-plugin.ts';

/** `npm run build` makes a build aside and puts it in place when it is whole. */
const dist = process.env['PLAYGROUND_DIST'] ?? 'dist';

/** Of tests: what is awaited may take its time on a busy machine. Milliseconds. */
const shared = {
  environment: 'node',
  testTimeout: 30_000,
  expect: { poll: { timeout: 10_000 } },
} as const;

/**
 * In how many files the page comes: one for the first frame, and a few of a useful size for what comes
 * later. Each takes along all that it imports and no piece before it has.
 */
const pagePieces = [
  { name: 'page', test: /\/src\/(?:page\/page\.tsx|demo\/report\.ts)$/ },
  { name: 'advice', test: /\/(?:advice-list|key-catalogue|service-facts)\.tsx?$/ },
  { name: 'sending', test: /\/(?:xhr-upload|reply-worker-client|answer-challenge|failures)\.ts$/ },
  {
    name: 'after-editor',
    test: /\/(?:pointer-layer|option-fields|rewriting-trace|source-rows|span-card|my-server-line|tour|drafts|history-recorder|check-announcer|offline|demo-server-picker)\.tsx$/,
  },
  {
    name: 'menus',
    test: /\/(?:bar-menu|measured-dialog|export-notice|(?:palette|reference)-layer)\.tsx$/,
  },
  { name: 'reply', test: /\/(?:verdict\/parts|what-arrived|bytes-view)\.tsx?$/ },
  { name: 'secrets', test: /\/core\/secrets\/(?:document|request)-secrets\.ts$/ },
  { name: 'share', test: /\/(?:share-dialog\.tsx|(?:open-shared|session-link)\.ts)$/ },
  { name: 'captured', test: /\/src\/page\/(?:captured\/[^/]+|inspect-layer)\.tsx$/ },
  { name: 'assumptions', test: /\/src\/page\/assumptions\/[^/]+\.tsx$/ },
  { name: 'server-check', test: /\/src\/page\/server-check\/check-panel\.tsx$/ },
  { name: 'check-report', test: /\/src\/page\/server-check\/report-files\.ts$/ },
  { name: 'history', test: /\/(?:history-panel\.tsx|record-upload\.ts)$/ },
];

const thirdParty = thirdPartyPlugin();

/** Three builds side by side: the page, the program and what other programs import; each runs alone. */
export default defineConfig({
  // The page runs in any folder of a server.
  base: './',
  plugins: [
    react(),
    tailwindcss(),
    playgroundPlugin(),
    compressPlugin(),
    firstFramePlugin(),
    thirdParty.page(),
    serviceWorkerPlugin(),
    declarationsPlugin(),
  ],
  worker: { plugins: () => [thirdParty.worker()] },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: `${dist}/client`,
        emptyOutDir: true,
        manifest: true,
        // What README.md names, and public/first-paint.js asks for.
        target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
        rollupOptions: { output: { codeSplitting: { groups: pagePieces } } },
      },
      optimizeDeps: {
        // Workers are not looked through before the first visit.
        include: ['hash-wasm', 'monaco-editor/editor/editor.worker'],
      },
    },
    ssr: {
      resolve: { noExternal: true },
      build: {
        outDir: `${dist}/server`,
        emptyOutDir: true,
        ssr: true,
        copyPublicDir: false,
        sourcemap: true,
        target: 'node20',
        rollupOptions: {
          input: {
            main: 'src/cli/main.ts',
            'reading-worker': 'src/server/demo/readings/reading-worker.mjs',
          },
          // Names of functions stay: a stack that somebody reports can be read.
          output: { entryFileNames: '[name].js', minify: { compress: true, mangle: { keepNames: true } } },
        },
      },
    },
    library: {
      consumer: 'server',
      // It is imported by pages too: nothing of Node may come in.
      resolve: { noExternal: true, conditions: ['module', 'browser', 'production'] },
      build: {
        outDir: `${dist}/library`,
        emptyOutDir: true,
        ssr: true,
        copyPublicDir: false,
        target: 'es2023',
        rollupOptions: {
          input: { library: 'src/library/library.ts' },
          output: { entryFileNames: '[name].js', codeSplitting: false },
        },
      },
    },
  },
  test: {
    // Those with sockets mostly wait: three do the work of two cores.
    maxWorkers: 3,
    projects: [
      {
        // Pure code keeps nothing between its tests: its files share a worker and what it has loaded.
        test: {
          ...shared,
          name: 'pure',
          include: [
            'src/{core,server-check,doctor,bisect,reports,exports,links,language,upload,demo,capture,import,inspect,page}/**/*.test.{ts,tsx}',
          ],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        // Each file that opens sockets or starts processes has a process of its own.
        test: {
          ...shared,
          name: 'sockets',
          include: ['{src/{server,cli,library,receivers},build}/**/*.test.ts', 'scripts/**/*.test.mjs'],
          pool: 'forks',
        },
      },
    ],
  },
});
