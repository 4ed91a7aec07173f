/** `serve`: page, proxy and demo media server on one loopback port. */
import { createServer } from 'node:http';
import { refuse } from './guard/refusal.ts';
import { keepAllHeaders, localSite } from './guard/site.ts';
import { closeAtOnce, type ListenFailure, listen } from './listen.ts';
import { createStaticHandler, findPage } from './page/static-files.ts';
import { createPlaygroundHandler } from './playground-handler.ts';
import { reuseReads } from './reused-reads/reused-reads.ts';

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
  | StartFailure;

export type StartFailure =
  | ListenFailure
  | { readonly kind: 'failed'; readonly code: 'not-built'; readonly text: string };

export const notBuilt: StartFailure = {
  kind: 'failed',
  code: 'not-built',
  text: 'The page is not built. Run: npm run build',
};

export async function startServer({
  port,
  host = '127.0.0.1',
  page = findPage() ?? undefined,
}: StartOptions): Promise<StartResult> {
  const serveFile = createStaticHandler(page ?? null);
  if (serveFile === null) return notBuilt;
  const handle = createPlaygroundHandler();
  // An upload may take any time (requestTimeout), but a head comes at once.
  const server = createServer(
    { requestTimeout: 0, headersTimeout: 30_000, connectionsCheckingInterval: 5000 },
    (request, response) => {
      handle(request, response, () => {
        const refusal = localSite.checkPlace(request);
        if (refusal !== null) refuse(response, refusal);
        else serveFile(request, response);
      });
    },
  );
  keepAllHeaders(server);
  reuseReads(server);
  const opened = await listen(server, port, host);
  if (opened.kind === 'failed') return opened;
  const name = host === '::1' ? '[::1]' : host;
  return {
    kind: 'listening',
    url: `http://${name}:${opened.port}/`,
    port: opened.port,
    close: () => closeAtOnce(server),
  };
}
