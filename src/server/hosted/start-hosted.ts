/** `serve --hosted`: the playground for many, with a load balancer in front that ends TLS. */
import { createServer, type Server } from 'node:http';
import { createDemoMediaServer, type DemoMediaServer } from '../demo/demo-media-server.ts';
import { keepAllHeaders, publicSite } from '../guard/site.ts';
import { closeAtOnce, listen } from '../listen.ts';
import { createStaticHandler, findPage, type StaticHandler } from '../page/static-files.ts';
import { createPlaygroundHandler, type PlaygroundParts } from '../playground-handler.ts';
import { reuseReads } from '../reused-reads/reused-reads.ts';
import { notBuilt, type StartFailure } from '../start-server.ts';
import type { HostedConfig } from './config.ts';
import { describeFault } from './fault.ts';
import { answerHealth, createOperationsHandler } from './health.ts';
import { createHostedParts, type HostedDependencies } from './hosted-parts.ts';
import { startCounts } from './limits/start-counts.ts';
import { createMetrics } from './metrics.ts';
import { createShutdown } from './shutdown.ts';

export interface HostedOptions extends Pick<HostedDependencies, 'config' | 'log' | 'lookup'> {
  /** The built page, where it is not found beside this program. */
  readonly page?: string | undefined;
}

export type HostedResult =
  | {
      readonly kind: 'listening';
      /** Where it listens; ends in a slash. */
      readonly url: string;
      readonly port: number;
      /** Null where none was configured. */
      readonly operationsPort: number | null;
      /** Lets running uploads finish, within limits; resolves when all is closed. */
      readonly shutDown: () => Promise<void>;
      /** Ends every connection, those of running uploads too. */
      readonly close: () => Promise<void>;
    }
  | StartFailure;

/** Milliseconds; longer than balancers keep a connection without use, so that they end it, not we. */
const keepAliveTimeout = 75_000;

export async function startHosted(options: HostedOptions): Promise<HostedResult> {
  const { config, log, page = findPage() ?? undefined } = options;
  const site = publicSite(config.origins);
  const serveFile = createStaticHandler(page ?? null, site);
  if (serveFile === null) return notBuilt;
  const metrics = createMetrics();
  const demo = createDemoMediaServer({
    keepsMedia: config.demo.keepMedia,
    keepsBodies: false,
    // The proxy's own way in has whatever Host an envelope says.
    originOf: (request) => site.originOf(request) ?? config.origins[0],
  });
  const shutdown = createShutdown(config.shutdown);
  const { counts, state, close: closeCounts } = await startCounts(config.limits, metrics, log);
  let demoPort = 0;
  const { parts, tracker } = createHostedParts({
    ...options,
    site,
    metrics,
    demo,
    counts,
    demoPort: () => demoPort,
  });
  const main = createMainServer(config, parts, serveFile, shutdown.isReady);
  const operations = createServer(createOperationsHandler(shutdown.isReady, metrics, state));
  const demoServer = createDemoServer(demo, log);
  const close = async () => {
    await Promise.all([main, operations, demoServer].map(closeAtOnce));
    closeCounts();
  };
  const failed = async (failure: StartFailure): Promise<StartFailure> => {
    await close();
    return failure;
  };

  const openedDemo = await listen(demoServer, 0, '127.0.0.1');
  if (openedDemo.kind === 'failed') return failed(openedDemo);
  demoPort = openedDemo.port;
  const { host } = config.listen;
  const opened = await listen(main, config.listen.port, host);
  if (opened.kind === 'failed') return failed(opened);
  let operationsPort: number | null = null;
  if (config.operations) {
    const openedToo = await listen(operations, config.operations.port, config.operations.host);
    if (openedToo.kind === 'failed') return failed(openedToo);
    operationsPort = openedToo.port;
  }
  return {
    kind: 'listening',
    url: `http://${host.includes(':') ? `[${host}]` : host}:${opened.port}/`,
    port: opened.port,
    operationsPort,
    shutDown: () => shutdown.run(main, tracker.idle, close),
    close,
  };
}

function createMainServer(
  { limits }: HostedConfig,
  parts: PlaygroundParts,
  serveFile: StaticHandler,
  isReady: () => boolean,
): Server {
  const { site } = parts.guard;
  const handle = createPlaygroundHandler(parts);
  const times = {
    // An upload has limits of its own; a head comes soon, or the connection is closed.
    requestTimeout: 0,
    headersTimeout: limits.headSeconds * 1000,
    connectionsCheckingInterval: 1000,
    keepAliveTimeout,
  };
  const server = createServer(times, (request, response) => {
    if (!isReady()) response.setHeader('Connection', 'close');
    if (answerHealth(request, response, isReady)) return;
    handle(request, response, () => {
      const refusal = site.checkPlace(request);
      if (refusal === null) serveFile(request, response);
      else parts.refuse(response, refusal);
    });
  });
  keepAllHeaders(server);
  reuseReads(server);
  server.maxConnections = limits.connections;
  return server;
}

/** Uploads to the demo server come in here, where no other machine can connect. */
function createDemoServer(demo: DemoMediaServer, log: (line: string) => void): Server {
  const server = createServer({ requestTimeout: 0 }, (request, response) => {
    demo.handleUpload(request, response).catch((error: unknown) => {
      log(describeFault(error, 'demo server'));
      response.destroy();
    });
  });
  keepAllHeaders(server);
  return server;
}
