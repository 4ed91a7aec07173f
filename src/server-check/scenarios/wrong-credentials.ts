/** A request whose every password, token and key is another one: what a stranger, or a wrong account, would send. */

import { buildRequest, type RequestInputs } from '../../core/build-request.ts';
import { basicToken, decodeBase64 } from '../../core/request/basic.ts';
import { concatenate } from '../../core/request/bytes.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import { blankSecrets } from '../../core/secrets/blank-secrets.ts';
import { documentSecrets } from '../../core/secrets/document-secrets.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import { isSecretName } from '../../core/secrets/secret-names.ts';
import { wrongPassword } from '../../demo/refused-values.ts';
import type { Session } from '../definition.ts';
import type { ScenarioInputs } from '../scenario.ts';
import { madeInputs, plainPhoto } from './changes.ts';

export function withWrongCredentials({ inputs, built }: Session): ScenarioInputs {
  const secrets = documentSecrets(inputs.xml).filter(({ kind }) => kind !== 'login' && kind !== 'user-info');
  const xml = blankSecrets(inputs.xml, secrets, (secret) => standIn(inputs.xml, secret));
  const parameters = Object.entries(inputs.parameters).map(([name, value]) => [
    name,
    isSecretName(name) ? wrongPassword : value,
  ]);
  const changed = { ...inputs, xml, parameters: Object.fromEntries(parameters) };
  const asItIs = buildRequest(inputs).request;
  const other = buildRequest(changed).request;
  if (asItIs === null || other === null) return { inputs: null, why: 'No request can be built.' };
  if (!isSame(asItIs, other)) return made(changed);
  const isMasked = !asItIs.secure && built.parameters.some(({ secret }) => secret);
  const why = isMasked
    ? 'Without https the app sends asterisks in place of the password (TPL-6), and nothing else that could be wrong.'
    : 'This configuration sends no password, token or key.';
  return { inputs: null, why };
}

function made(inputs: RequestInputs): ScenarioInputs {
  return { inputs: madeInputs(inputs, plainPhoto), media: plainPhoto };
}

/** The user name that Basic has in it stays. */
function standIn(xml: string, { range, kind }: Secret): string {
  const value = xml.slice(range.start, range.end);
  if (kind !== 'header' || !/\bbasic[ \t]+$/i.test(xml.slice(Math.max(0, range.start - 20), range.start)))
    return wrongPassword;
  const login = new TextDecoder().decode(decodeBase64(value.trim()) ?? new Uint8Array());
  return basicToken({ username: login.split(':', 1)[0] ?? '', password: wrongPassword });
}

/** But for lengths. */
function isSame(one: RequestPlan, other: RequestPlan): boolean {
  return one.target === other.target && textOf(one) === textOf(other);
}

function textOf({ headers, body, credentials }: RequestPlan): string {
  const bytes = concatenate(body.flatMap((segment) => (segment.kind === 'bytes' ? [segment.bytes] : [])));
  const head = headers
    .filter(({ name }) => name !== 'Content-Length')
    .map(({ name, value }) => [name, value]);
  return JSON.stringify([head, new TextDecoder('latin1').decode(bytes), credentials?.password]);
}
