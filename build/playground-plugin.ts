/** The playground's handler under `npm run dev` and `npm run preview`. */
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { keepAllHeaders } from '../src/server/guard/site.ts';
import { securityHeadersFor } from '../src/server/page/security-headers.ts';
import { createPlaygroundHandler } from '../src/server/playground-handler.ts';

export function playgroundPlugin(): Plugin {
  return {
    name: 'media-upload-playground',
    // Vite would let pages of any other port of this machine read every answer.
    config: () => ({ server: { cors: false }, preview: { cors: false } }),
    configureServer: mount,
    configurePreviewServer: (server) => {
      mount(server);
      // What is left is files of the build, as `serve` gives them.
      server.middlewares.use((request, response, next) => {
        const headers = securityHeadersFor(request.url ?? '');
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        next();
      });
    },
  };
}

/** In front of Vite's own middlewares: the hooks are called before those are there. */
function mount(server: ViteDevServer | PreviewServer): void {
  server.middlewares.use(createPlaygroundHandler());
  const { httpServer } = server;
  if (httpServer === null || !('requestTimeout' in httpServer)) return;
  // Node would cut an upload that takes longer than five minutes.
  httpServer.requestTimeout = 0;
  keepAllHeaders(httpServer);
}
