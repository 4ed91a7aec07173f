/** `test` with the playground running, raw servers that close themselves, and a page under watch. */
import { test as base, expect } from '@playwright/test';
import { type Behaviour, type RawServer, startRawServer } from './raw-server.ts';
import { type Served, startPlayground } from './serve.ts';

interface Fixtures {
  /** Starts a raw TCP server that is closed with the test. */
  readonly rawServer: (behave: Behaviour) => Promise<RawServer>;
  /** Fails the test where the page asks any origin but its own, or throws. */
  readonly watched: undefined;
}

interface WorkerFixtures {
  /** A file of certificates that the playground trusts beside those of its system; empty: none. */
  readonly authority: string;
  readonly playground: Served;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  authority: ['', { option: true, scope: 'worker' }],
  playground: [
    async ({ authority }, use) => {
      const served = await startPlayground(authority || undefined);
      await use(served);
      await served.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ playground }, use) => use(playground.url),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern.
  rawServer: async ({}, use) => {
    const servers: RawServer[] = [];
    await use(async (behave) => {
      const server = await startRawServer(behave);
      servers.push(server);
      return server;
    });
    await Promise.all(servers.map((server) => server.close()));
  },
  watched: [
    async ({ context, playground }, use) => {
      const own = new URL(playground.url).origin;
      const foreign: string[] = [];
      const thrown: string[] = [];
      context.on('request', (request) => {
        const { protocol, origin, href } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && origin !== own) foreign.push(href);
      });
      context.on('weberror', (error) => thrown.push(String(error.error())));
      await use(undefined);
      expect(foreign, 'requests to other origins').toEqual([]);
      expect(thrown, 'errors thrown in the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
