/** `serve`: page, proxy and demo media server on one loopback port. */
import { createServer, type Server } from 'node:http';
import { createPlaygroundHandler } from './playground-handler.ts';
import { refuse } from './refusal.ts';
import { localSite } from './site.ts';
import { createStaticHandler, findPage, isPage } from './static-files.ts';

export interface StartOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Loopback only: the proxy sends wherever its caller says. */
  readonly host?: '127.0.0.1' | '::1' | 'localhost';
  /** The built page, where it is not found beside this program. */
  readonly page?: string;
}

export type StartResult =
  | {
      readonly kind: 'listening';
      /** Ends in a slash. */
      readonly url: string;
      readonly port: number;
      /** Ends every connection, those of running uploads too. */
      readonly close: () => Promise<void>;
    }
  | { readonly kind: 'failed'; readonly code: 'port-taken' | 'not-built' | 'other'; readonly text: string };

export async function startServer({
  port,
  host = '127.0.0.1',
  page = findPage() ?? undefined,
}: StartOptions): Promise<StartResult> {
  if (page === undefined || !isPage(page)) {
    return { kind: 'failed', code: 'not-built', text: 'The page is not built. Run: npm run build' };
  }
  const handle = createPlaygroundHandler();
  const serveFile = createStaticHandler(page);
  // An upload may take any time (requestTimeout), but a head comes at once.
  const server = createServer({ requestTimeout: 0, headersTimeout: 30_000 }, (request, response) => {
    handle(request, response, () => {
      const refusal = localSite.checkPlace(request);
      if (refusal !== null) refuse(response, refusal);
      else serveFile(request, response);
    });
  });
  const problem = await listen(server, port, host);
  if (problem !== null) return failure(problem, port);
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  const name = host === '::1' ? '[::1]' : host;
  return {
    kind: 'listening',
    url: `http://${name}:${taken}/`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<Error | null> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    try {
      server.listen(port, host, () => {
        server.off('error', resolve);
        resolve(null);
      });
    } catch (error) {
      // A port that is none is thrown, not reported.
      resolve(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

function failure(problem: Error, port: number): Extract<StartResult, { kind: 'failed' }> {
  const code = 'code' in problem ? problem.code : undefined;
  if (code === 'EADDRINUSE') {
    const text = `Port ${port} is taken. Choose another one with --port, or 0 for any free one.`;
    return { kind: 'failed', code: 'port-taken', text };
  }
  return { kind: 'failed', code: 'other', text: `Port ${port} could not be opened: ${problem.message}` };
}
