import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressPlugin } from './src/server/page/compress-plugin.ts';
import { prerenderPlugin } from './src/server/page/prerender-plugin.ts';
import { playgroundPlugin } from './src/server/vite-plugin.ts';

/** `npm run build` makes a build aside and puts it in place when it is whole. */
const dist = process.env['PLAYGROUND_DIST'] ?? 'dist';

/** Two builds side by side: the page into dist/client, the program into dist/server, which runs alone. */
export default defineConfig({
  plugins: [react(), playgroundPlugin(), compressPlugin(), prerenderPlugin()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: `${dist}/client`,
        emptyOutDir: true,
        manifest: true,
        // What README.md names, and public/first-paint.js asks for.
        target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
        modulePreload: { polyfill: false },
      },
      optimizeDeps: {
        include: [
          'hash-wasm',
          'monaco-editor/editor',
          'monaco-editor/features/register.all',
          'monaco-editor/languages/definitions/xml/register',
          'monaco-editor/editor/editor.worker',
        ],
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
          input: { main: 'src/cli/main.ts', prerender: 'src/ui/prerender.tsx' },
          output: { entryFileNames: '[name].js' },
        },
      },
    },
  },
});
