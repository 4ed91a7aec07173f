/** The credentials for a login (HDR-6): templates of the account, like all of the request. */
import { authPasswordKey, authUsernameKey } from '../account/service-keys.ts';
import type { Assumptions } from '../assumptions.ts';
import { client, type Origin } from '../source/provenance.ts';
import type { Expanded, Expander } from '../template/expander.ts';
import type { Template } from '../template/template.ts';

/** What a challenge is answered with. It is never shown in a preview, which is of the first request. */
export interface PlannedCredentials {
  readonly username: string;
  readonly password: string;
  /** Of a Digest header, which carries the user name: hidden on screen where that holds a password. */
  readonly digestOrigin: Origin;
  /** Of what Basic sends: the password in Base64, so it is hidden whatever it was made of. */
  readonly basicOrigin: Origin;
  readonly basicAuth: Assumptions['basic-auth'];
}

/**
 * Null without a user name: then no challenge is answered. `unmasked` is an expander to which TPL-6
 * does not apply: Digest does not send the password, and Basic is answered over https alone.
 */
export function planCredentials(expander: Expander, unmasked: Expander): PlannedCredentials | null {
  const userTemplate = expander.template(authUsernameKey);
  if (!userTemplate) return null;
  const username = expander.expand(userTemplate, userTemplate.tokens);
  const passwordTemplate = unmasked.template(authPasswordKey);
  const password = passwordTemplate ? unmasked.expand(passwordTemplate, passwordTemplate.tokens) : [];
  const secret = username.find(({ origin }) => origin.kind === 'parameter' && origin.secret === true);
  // Over http Basic is answered under neither option.
  if (expander.isSecure) expander.touch('basic-auth', wholeRange(expander, userTemplate));
  const shown = passwordTemplate ?? userTemplate;
  return {
    username: join(username),
    password: join(password),
    digestOrigin: secret?.origin ?? client,
    basicOrigin: {
      kind: 'parameter',
      node: shown.node,
      range: wholeRange(expander, shown),
      parameter: shown.node,
      secret: true,
    },
    basicAuth: expander.assumptions['basic-auth'],
  };
}

function wholeRange(expander: Expander, template: Template) {
  return expander.range(template, { start: 0, end: template.value.text.length });
}

function join(expanded: readonly Expanded[]): string {
  return expanded.map(({ text }) => text).join('');
}
