/** `test` with the playground running, raw servers that close themselves, and a page under watch. */
import { test as base, expect, type Request, type WebError } from '@playwright/test';
import { openProfile, type Profile } from './profile.ts';
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
  readonly profile: Profile;
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
  profile: [
    async ({ playwright, launchOptions, headless, playground }, use) => {
      const options = { ...launchOptions, headless };
      const profile = await openProfile(playwright.chromium, options, playground.url);
      await use(profile);
      await profile.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  context: async ({ profile }, use) => {
    await use(profile.context);
    await profile.clear();
  },
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
      const onRequest = (request: Request) => {
        const { protocol, origin, href } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && origin !== own) foreign.push(href);
      };
      const onError = (error: WebError) => thrown.push(String(error.error()));
      context.on('request', onRequest).on('weberror', onError);
      await use(undefined);
      context.off('request', onRequest).off('weberror', onError);
      expect(foreign, 'requests to other origins').toEqual([]);
      expect(thrown, 'errors thrown in the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
