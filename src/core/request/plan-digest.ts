/** The credentials for HTTP Digest (HDR-6): templates of the account, like all of the request. */
import { authPasswordKey, authUsernameKey } from '../account/service-keys.ts';
import { client, type Origin } from '../provenance.ts';
import type { Expanded, Expander } from '../template/expander.ts';

/** What a challenge is answered with. It is never shown: only the hash made of it is sent. */
export interface PlannedDigest {
  readonly username: string;
  readonly password: string;
  /** Of the header that will carry the user name: hidden from onlookers where that holds a password. */
  readonly origin: Origin;
}

/**
 * Null without a user name: then no challenge is answered. `unmasked` is an expander to which TPL-6
 * does not apply: Digest does not send the password.
 */
export function planDigest(expander: Expander, unmasked: Expander): PlannedDigest | null {
  const username = expandAll(expander, authUsernameKey);
  if (username === null) return null;
  const password = expandAll(unmasked, authPasswordKey) ?? [];
  const secret = username.find(({ origin }) => origin.kind === 'parameter' && origin.secret === true);
  return { username: join(username), password: join(password), origin: secret?.origin ?? client };
}

function expandAll(expander: Expander, key: string): readonly Expanded[] | null {
  const template = expander.template(key);
  return template ? expander.expand(template, template.tokens) : null;
}

function join(expanded: readonly Expanded[]): string {
  return expanded.map(({ text }) => text).join('');
}
