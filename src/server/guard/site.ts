/**
 * Under which names this server is addressed, and who is let in at all: judged by the connection
 * and `Host`, before anything else. `Host` is what prevents DNS rebinding: it still holds the
 * name that an attacker pointed here.
 */
import type { IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';
import type { Refusal } from './refusal.ts';

export interface Site {
  /** Null where the caller may be here and means this server. */
  readonly checkPlace: (request: IncomingMessage) => Refusal | null;
  /** Scheme and host of our own pages, as a browser writes them; null where `Host` isn't one of ours. */
  readonly originOf: (request: IncomingMessage) => string | null;
}

/** For callers on this machine, by a name of this machine. */
export const localSite: Site = {
  checkPlace: (request) => {
    const { remoteAddress = '', localPort } = request.socket;
    if (!isLoopback(remoteAddress)) {
      return { status: 403, code: 'not-local', text: 'The playground answers only to its own machine.' };
    }
    const parts = machineName.exec(onlyHost(request) ?? '');
    if (parts !== null && Number(parts[1] ?? 80) === localPort) return null;
    const text = `Open the playground as http://localhost:${localPort}/; other names are refused.`;
    return { status: 403, code: 'host-wrong', text };
  },
  originOf: (request) => {
    const host = request.headers.host ?? '';
    return machineName.test(host) ? `http://${host.toLowerCase()}` : null;
  },
};

const machineName = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?$/i;

/**
 * For callers that use one of `origins`, such as `https://playground.example.com`. TLS ended at the
 * load balancer, so the scheme is not seen here: that of the origin with this host counts.
 */
export function publicSite(origins: readonly string[]): Site {
  const byHost = new Map(origins.map((origin) => [new URL(origin).host, origin]));
  return {
    checkPlace: (request) => {
      if (byHost.has(onlyHost(request)?.toLowerCase() ?? '')) return null;
      return { status: 403, code: 'host-wrong', text: 'The playground is not served under this name.' };
    },
    originOf: (request) => byHost.get(request.headers.host?.toLowerCase() ?? '') ?? null,
  };
}

/** The guard has to see them all; Node silently drops those after the first thousand. */
export function keepAllHeaders(server: { maxHeadersCount: number | null }): void {
  server.maxHeadersCount = 0;
}

/** Every value of that name: `request.headers` keeps only the first of several. */
export function headerValues({ rawHeaders }: IncomingMessage, name: string): string[] {
  const wanted = name.toLowerCase();
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === wanted);
}

/** Undefined where there is none, or more than one. */
function onlyHost(request: IncomingMessage): string | undefined {
  const [host, ...others] = headerValues(request, 'host');
  return others.length > 0 ? undefined : host;
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}
