import type { Account } from '../account/read-account.ts';
import { urlKey } from '../account/service-keys.ts';
import type { Fix } from '../source/diagnostics.ts';
import { sourceFix } from '../xml/source-fix.ts';

/** `localhost`, 127.x.x.x or `[::1]`, with a port or without: there TLS is hardly ever at hand. */
export function isLoopbackHost(host: string): boolean {
  return /^(?:(?:[^:/]+\.)?localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])(?::[0-9]*)?$/i.test(host);
}

/** Writes `https` where the URL says `http`; none for this very computer, which has no certificate. */
export function httpsFix(account: Account): Fix | undefined {
  const value = account.setValue(urlKey);
  const [, host] = /^http:\/\/([^/?#]*)/i.exec(value?.text ?? '') ?? [];
  if (!value || host === undefined || isLoopbackHost(host)) return undefined;
  return sourceFix(value, { start: 0, end: 'http'.length }, 'Write https', 'https');
}
