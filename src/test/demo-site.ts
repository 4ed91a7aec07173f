/** For tests: the playground's own addresses, the demo media server among them, on a port of its own. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createPlaygroundHandler } from '../server/playground-handler.ts';

/** `http://127.0.0.1:PORT`, until the test has finished. */
export async function demoSite(): Promise<string> {
  const handle = createPlaygroundHandler();
  const server = createServer((request, response) => {
    handle(request, response, () => response.writeHead(404).end());
  });
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
