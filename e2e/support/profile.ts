/**
 * One browser profile for all journeys of a worker: the scripts are compiled once and kept compiled, which
 * is a third of the processor time of opening the page. Each test gets it as empty as a new one, but for what
 * Playwright never takes back from a context: its clock and its initial scripts. Whoever sets those opens one.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, BrowserType, LaunchOptions } from '@playwright/test';

export const viewport = { width: 1440, height: 900 };
const permissions = ['clipboard-read', 'clipboard-write'];
const storageTypes = 'local_storage,indexeddb,service_workers,cache_storage,file_systems,storage_buckets';

export interface Profile {
  readonly context: BrowserContext;
  /** Empties it for the next test. */
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openProfile(
  browserType: BrowserType,
  options: LaunchOptions,
  baseURL: string,
): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'playground-journeys-'));
  const context = await browserType.launchPersistentContext(folder, {
    ...options,
    baseURL,
    viewport,
    permissions,
    // Files that are fetched once more take the processor from the journeys; offline.spec.ts has its own profile.
    serviceWorkers: 'block',
  });
  const [blank] = context.pages();
  const session = await context.newCDPSession(blank ?? (await context.newPage()));
  const origin = new URL(baseURL).origin;
  const clear = async () => {
    const opened = context.pages().filter((page) => page !== blank);
    await Promise.all(opened.map((page) => page.close()));
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await context.setOffline(false);
    await context.clearCookies();
    // All but what the HTTP cache holds; a tab's own storage is gone with its tab.
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
  };
  const close = async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  };
  return { context, clear, close };
}
