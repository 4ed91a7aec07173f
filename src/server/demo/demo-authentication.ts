/** Scenarios that ask who is there: HTTP Digest (HDR-6) and HTTP Basic. */
import { demoCredentials } from '../../demo/scenarios.ts';
import { createDigestGate, type DigestRules, digestAlgorithms } from './demo-digest.ts';
import { demoRefusal } from './demo-replies.ts';
import type { ScenarioOptions } from './demo-scenario-choice.ts';
import { answer, type DemoVisit } from './demo-visit.ts';

const gate = createDigestGate(demoCredentials);

/** The body is read before the answer, as most servers do: the client sends it twice. */
export async function askForDigest(visit: DemoVisit): Promise<void> {
  const { receive, request, options } = visit;
  if (!(await receive())) return;
  const rules = digestRules(options);
  const { authorization } = request.headers;
  if (authorization === undefined) {
    unauthorized(visit, gate.challenge(rules, false), 'This account needs a user name and a password');
    return;
  }
  const { method = '', url: target = '' } = request;
  const outcome = gate.check({ authorization, method, target }, rules);
  switch (outcome.kind) {
    case 'accepted':
      return succeed(visit);
    case 'stale':
      return unauthorized(
        visit,
        gate.challenge(rules, true),
        'The nonce is stale, try again with the new one',
      );
    case 'refused':
      return unauthorized(visit, gate.challenge(rules, false), outcome.why);
  }
}

function digestRules(options: ScenarioOptions): DigestRules {
  const wanted = options.choice('algorithm');
  return {
    algorithm: digestAlgorithms.find((one) => one === wanted) ?? 'MD5',
    qop: options.choice('qop') === 'none' ? 'none' : 'auth',
    staleOnce: options.choice('stale') === 'once',
  };
}

export async function askForBasic(visit: DemoVisit): Promise<void> {
  if (!(await visit.receive())) return;
  const { username, password } = demoCredentials;
  const right = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  if (visit.request.headers.authorization === right) succeed(visit);
  else unauthorized(visit, 'Basic realm="demo media server", charset="UTF-8"', 'Wrong user name or password');
}

function succeed({ usual, response }: DemoVisit): void {
  answer(response, usual());
}

function unauthorized({ reply, response }: DemoVisit, challenge: string, message: string): void {
  answer(response, demoRefusal(reply, 401, message), { 'WWW-Authenticate': challenge });
}
