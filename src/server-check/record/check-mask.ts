/** What masks the texts of one upload: the secrets of the session as it is, and of what the scenario made of it. */
import type { BuiltRequest } from '../../core/build-request.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import { type KnownSecret, knownSecrets } from '../../core/secrets/known-secrets.ts';
import { TextMask } from '../../core/secrets/text-mask.ts';

export function secretsOf(built: BuiltRequest): readonly KnownSecret[] {
  return built.request === null ? [] : knownSecrets(built, built.request);
}

/** `plans`: what was sent of it, a login included. `known` masks the secrets of the session, and often no more are there. */
export function maskFor(
  session: readonly KnownSecret[],
  known: TextMask,
  built: BuiltRequest,
  plans: readonly RequestPlan[],
): TextMask {
  const values = new Set(session.map(({ value }) => value));
  const more = plans.flatMap((plan) => knownSecrets(built, plan)).filter(({ value }) => !values.has(value));
  return more.length === 0 ? known : new TextMask([...session, ...more]);
}
