/** Every way for an upload to get no complete reply, brought about for real where that can be. */
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TlsOptions } from 'node:tls';
import type { Page, TestInfo } from '@playwright/test';
import type { PlaygroundPage } from './playground-page.ts';
import { type Behaviour, type RawServer, reply, startTlsServer, whenComplete } from './raw-server.ts';

export interface Scene {
  readonly page: Page;
  readonly playground: PlaygroundPage;
  readonly testInfo: TestInfo;
  readonly rawServer: (behave: Behaviour) => Promise<RawServer>;
  /** Run when the row is over. */
  readonly later: (undo: () => Promise<unknown>) => void;
}

/** Where the upload is sent, within how many seconds of silence, and what else a person does. */
export interface Arranged {
  readonly origin: string;
  readonly timeout?: string;
  readonly afterSend?: () => Promise<void>;
}

export type Arrange = (scene: Scene) => Promise<Arranged>;

const fixtures = join(import.meta.dirname, '..', '..', 'src', 'test', 'fixtures', 'tls');
export const testAuthority = join(fixtures, 'authority-cert.pem');

/** A server that does with a request what the test gives it. */
export function server(behave: Behaviour, timeout?: string): Arrange {
  return async ({ rawServer }) => {
    const { origin } = await rawServer(behave);
    return timeout === undefined ? { origin } : { origin, timeout };
  };
}

/** A server that gives the test’s answer once the request is there, and closes. */
export function answers(text: string): Arrange {
  return server(whenComplete((socket) => socket.end(text)));
}

export function at(origin: string): Arrange {
  return async () => ({ origin });
}

/** A TLS server with this certificate, under the name that all of them are for, or almost. */
export function certified(
  name: string,
  options: Pick<TlsOptions, 'requestCert' | 'rejectUnauthorized' | 'ALPNProtocols'> = {},
): Arrange {
  return async ({ later }) => {
    const key = name === 'self-signed' ? 'self-signed-key' : 'leaf-key';
    const tls = await startTlsServer({
      key: readFileSync(join(fixtures, `${key}.pem`)),
      cert: readFileSync(join(fixtures, `${name}-cert.pem`)),
      ...options,
    });
    later(tls.close);
    return { origin: `https://localhost:${tls.port}` };
  };
}

/** `http` where only TLS is spoken. */
export const plainHttpToTls: Arrange = async (scene) => {
  const { origin } = await certified('good')(scene);
  return { origin: origin.replace('https:', 'http:') };
};

/** Where nothing listens any more. */
export const closedPort: Arrange = async ({ rawServer }) => {
  const gone = await rawServer(() => {});
  await gone.close();
  return { origin: gone.origin };
};

/** `https` where only `http` is spoken. */
export const plainPort: Arrange = async ({ rawServer }) => {
  const plain = await rawServer((socket) => socket.end(reply('400 Bad Request', 'text/plain', 'No TLS')));
  return { origin: plain.origin.replace('http:', 'https:') };
};

export const cancelledByHand: Arrange = async ({ page, rawServer }) => {
  const { origin } = await rawServer(() => {});
  return { origin, afterSend: () => page.getByRole('button', { name: 'Cancel', exact: true }).click() };
};

/** A file that is gone when it is to be sent. */
export const deletedMedia: Arrange = async ({ playground, page, testInfo, rawServer, later }) => {
  const file = testInfo.outputPath('gone.jpg');
  await writeFile(file, 'bytes that will be gone');
  await playground.mediaFile.setInputFiles(file);
  await page.getByText('gone.jpg', { exact: true }).first().waitFor();
  await unlink(file);
  later(() => page.getByRole('button', { name: 'photo', exact: true }).click());
  const { origin } = await rawServer(() => {});
  return { origin };
};

/** A file with other bytes under its old size and date: the browser itself reads them as if nothing were. */
export const changedMedia: Arrange = async ({ playground, page, testInfo, rawServer, later }) => {
  const file = testInfo.outputPath('changed.jpg');
  const seconds = 1_800_000_000;
  await writeFile(file, 'bytes of the preview');
  await utimes(file, seconds, seconds);
  await playground.mediaFile.setInputFiles(file);
  await page.getByText('changed.jpg', { exact: true }).first().waitFor();
  await writeFile(file, 'bytes of another one');
  await utimes(file, seconds, seconds);
  later(() => page.getByRole('button', { name: 'photo', exact: true }).click());
  const { origin } = await rawServer(() => {});
  return { origin };
};

/** A file too large to be held, gone while a server reads no more of it. */
export const mediaGoneUnderway: Arrange = async ({ playground, page, testInfo, rawServer, later }) => {
  const file = testInfo.outputPath('clip.mp4');
  await writeFile(file, Buffer.alloc(60_000_000, 'a few frames '));
  await playground.mediaFile.setInputFiles(file);
  await page.getByText('clip.mp4', { exact: true }).first().waitFor();
  later(() => page.getByRole('button', { name: 'photo', exact: true }).click());
  const begun = new EventEmitter();
  const { origin } = await rawServer((socket) => {
    socket.pause();
    begun.emit('begun');
  });
  const hasBegun = once(begun, 'begun');
  const afterSend = async () => {
    await hasBegun;
    await unlink(file);
  };
  return { origin, afterSend };
};

/** The page's token is not the one that its server gave out. */
export const wrongToken: Arrange = async ({ page, rawServer, later }) => {
  await page.route('**/api/token', (route) => route.fulfill({ json: { token: 'another' } }));
  later(() => page.unroute('**/api/token'));
  const { origin } = await rawServer(() => {});
  return { origin };
};

/** The page's own server can't be reached, as where its process has ended. */
export const offline: Arrange = async ({ page, rawServer, later }) => {
  const { origin } = await rawServer(() => {});
  await page.context().setOffline(true);
  later(() => page.context().setOffline(false));
  return { origin };
};

/**
 * The page's upload is replaced by another one, which the real server takes: what the page can't be
 * brought to ask for. `envelope` is given the origin of a server that accepts and says nothing.
 */
export function asking(envelope: (origin: string) => object | string, body = ''): Arrange {
  return async ({ page, rawServer, later }) => {
    const { origin } = await rawServer(() => {});
    const asked = envelope(origin);
    const line = typeof asked === 'string' ? asked : `${JSON.stringify(asked)}\n`;
    await page.route('**/api/send', async (route) => {
      const given = route.request().headers();
      const headers = {
        origin: new URL(page.url()).origin,
        'content-type': 'application/octet-stream',
        'x-playground-token': given['x-playground-token'] ?? '',
      };
      const response = await route.fetch({ headers, postData: Buffer.from(line + body) });
      await route.fulfill({ response });
    });
    later(() => page.unroute('**/api/send'));
    return { origin };
  };
}

/** The server's answer is made up: for what no test can bring about on this machine alone. */
export function madeUp(code: string): Arrange {
  return async ({ page, rawServer, later }) => {
    const { origin } = await rawServer(() => {});
    await page.route('**/api/send', (route) =>
      route.fulfill({
        contentType: 'application/x-ndjson',
        body: `${JSON.stringify({ type: 'error', at: 1, code, detail: '' })}\n`,
      }),
    );
    later(() => page.unroute('**/api/send'));
    return { origin };
  };
}

/** All of a head that is too large for anybody. */
export const cookies = `HTTP/1.1 200 OK\r\n${`Set-Cookie: a=${'x'.repeat(1000)}\r\n`.repeat(400)}\r\n`;
