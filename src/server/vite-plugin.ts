/** The playground's handler under `npm run dev` and `npm run preview`. */
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { createPlaygroundHandler } from './playground-handler.ts';
import { securityHeaders } from './security-headers.ts';

export function playgroundPlugin(): Plugin {
  return {
    name: 'media-upload-playground',
    // Vite would let pages of any other port of this machine read every answer.
    config: () => ({ server: { cors: false }, preview: { cors: false, headers: { ...securityHeaders } } }),
    configureServer: mount,
    configurePreviewServer: mount,
  };
}

/** In front of Vite's own middlewares: the hooks are called before those are there. */
function mount(server: ViteDevServer | PreviewServer): void {
  server.middlewares.use(createPlaygroundHandler());
  // Node would cut an upload that takes longer than five minutes.
  if (server.httpServer && 'requestTimeout' in server.httpServer) server.httpServer.requestTimeout = 0;
}
