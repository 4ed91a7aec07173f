import type { BuiltRequest } from '../core/build-request.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import type { Range } from '../core/source/diagnostics.ts';
import { httpsFix, isLoopbackHost } from '../core/template/https-fix.ts';
import type { AdviceDraft } from './advices.ts';
import { spansOf } from './request-spans.ts';

interface SentSecret {
  readonly parameter: string;
  readonly range: Range;
  readonly inUrl: boolean;
}

/** Passwords in places that others read. Not those sent as asterisks (TPL-6). */
export function adviseOnSecrecy(built: BuiltRequest, plan: RequestPlan): readonly AdviceDraft[] {
  const secrets = spansOf(plan, built.inputs.xml).flatMap(({ origin, place, text }): SentSecret[] => {
    if (origin.kind !== 'parameter' || !origin.secret || origin.masked || text === '') return [];
    return [{ parameter: origin.parameter, range: origin.range, inUrl: place.kind === 'target' }];
  });
  return [...inUrl(secrets), ...withoutTls(built, plan, secrets)];
}

function inUrl(secrets: readonly SentSecret[]): readonly AdviceDraft[] {
  return firstOfEach(secrets.filter((secret) => secret.inUrl)).map(({ parameter, range }) => ({
    id: 'secret-in-url',
    severity: 'warning',
    message: `%${parameter}% is in the URL, and servers and proxies write URLs into their logs${
      parameter.startsWith('sha1(') ? ': a hash that opens the door is as good as the password' : ''
    }. Send it as a part or in a header.`,
    rationale: 'By default the access logs of nginx and Apache hold the request line.',
    range,
  }));
}

function withoutTls(
  built: BuiltRequest,
  plan: RequestPlan,
  secrets: readonly SentSecret[],
): readonly AdviceDraft[] {
  if (plan.secure || isLoopbackHost(plan.host)) return [];
  const { account } = built.document;
  const fix = account && httpsFix(account);
  const rationale = 'Without TLS a request is readable in every network it passes.';
  const more = fix ? { fix } : {};
  if (secrets.length === 0)
    return [
      {
        id: 'without-tls',
        severity: 'info',
        message: 'The media and all values are sent without TLS: anyone on the way can read them. Use https.',
        rationale,
        ...more,
      },
    ];
  return firstOfEach(secrets).map(({ parameter, range }) => ({
    id: 'secret-without-tls',
    severity: 'warning',
    message: `%${parameter}% is sent without TLS: anyone on the way can read it${
      parameter.startsWith('sha1(') ? ' and send it again' : ''
    }. Use https.`,
    rationale,
    range,
    ...more,
  }));
}

/** One piece of advice a parameter is enough. */
function firstOfEach(secrets: readonly SentSecret[]): readonly SentSecret[] {
  const seen = new Map<string, SentSecret>();
  for (const secret of secrets) if (!seen.has(secret.parameter)) seen.set(secret.parameter, secret);
  return Array.from(seen.values());
}
