/** What the replies to a scenario's uploads mean. */
import type { Verdict } from '../core/response/verdict.ts';
import type { ExpectedRefusal, Judged, SeenUpload, UploadScenario } from './definition.ts';
import type { Outcome, Reason } from './report.ts';
import { worst } from './worst.ts';

/** Of several uploads the worst counts. `before`: what other scenarios were answered. */
export function judgeUploads(
  { expects, rule }: UploadScenario,
  seen: readonly SeenUpload[],
  before: readonly SeenUpload[],
): Judged {
  switch (expects.kind) {
    case 'success':
      return worst(seen.map((one) => judgeSuccess(one, rule, expects.mayRefuse)));
    case 'either':
      return observe(seen, rule);
    case 'refusal': {
      if (before.length > 0 && !before.some(({ verdict }) => verdict.success)) {
        const text = 'The server took no upload before either, so a refusal says nothing.';
        return { outcome: 'skipped', reasons: [{ rule, text }] };
      }
      return worst(seen.map((one) => judgeRefusal(one, expects, rule)));
    }
  }
}

interface JudgedUpload extends Judged {
  readonly outcome: Extract<Outcome, 'passed' | 'warning' | 'failed'>;
}

function judgeSuccess(
  { verdict, fetched, reply }: SeenUpload,
  rule: string,
  mayRefuse?: string,
): JudgedUpload {
  const isInWords = reply.status >= 400 && reply.status <= 499 && !verdict.generic;
  if (!verdict.success && mayRefuse !== undefined && isInWords)
    return {
      outcome: 'warning',
      reasons: [{ rule, text: mayRefuse }, ...shownReason(verdict, reply.status)],
    };
  if (!verdict.success)
    return {
      outcome: 'failed',
      reasons: [...shownReason(verdict, reply.status), ...decidingReasons(verdict, reply.status)],
    };
  if (fetched?.arrival === 'different') {
    const text = `The reply says success, but media_url gives something else than what was uploaded. ${fetched.text}`;
    return { outcome: 'failed', reasons: [{ rule: 'RES-1', text }] };
  }
  const text =
    fetched?.arrival === 'same'
      ? 'Taken, and media_url gives the same bytes back.'
      : `Taken. Whether the bytes arrived is not known. ${fetched?.text ?? ''}`.trim();
  return { outcome: 'passed', reasons: [{ rule, text }] };
}

/** Of a probe: no answer is wrong. */
function observe(seen: readonly SeenUpload[], rule: string): Judged {
  const reasons = seen.map(({ verdict, reply, fetched }) => {
    const changed = fetched?.arrival === 'different' ? ' Its bytes were changed.' : '';
    return { rule, text: verdict.success ? `Taken.${changed}` : `Not taken: status ${reply.status}.` };
  });
  return { outcome: 'observed', reasons };
}

function judgeRefusal(
  { verdict, reply }: SeenUpload,
  { accepted }: ExpectedRefusal,
  rule: string,
): JudgedUpload {
  const { status } = reply;
  if (verdict.success) return { outcome: accepted.outcome, reasons: [{ rule, text: accepted.text }] };
  if (status >= 200 && status <= 299) {
    const text = `It was refused with status ${status}, so the user reads the app's general text, whatever the reply says. Refuse with a status from 400 on.`;
    return { outcome: 'failed', reasons: [{ rule: 'RES-3', text }, ...decidingReasons(verdict, status)] };
  }
  if (status >= 300 && status <= 399) {
    const text = `It was answered with a redirect (${status}), which is no refusal that the app could show.`;
    return { outcome: 'failed', reasons: [{ rule: 'RES-7', text }, ...decidingReasons(verdict, status)] };
  }
  const shown = shownReason(verdict, status);
  if (status >= 500)
    return {
      outcome: 'warning',
      reasons: [
        { rule: 'RES-2', text: `Status ${status} says that the server failed, not that it refused.` },
        ...shown,
      ],
    };
  return { outcome: 'passed', reasons: shown };
}

function shownReason({ shown, generic }: Verdict, status: number): readonly Reason[] {
  if (shown === null) return [];
  const text = generic
    ? `Status ${status}: the user reads the app's general text.`
    : `Status ${status}: the user reads “${shown}”.`;
  return [{ rule: 'RES-2', text }];
}

/** Those that made the verdict, then advice; with an error status, which says it all, advice first. */
function decidingReasons({ reasons }: Verdict, status: number): readonly Reason[] {
  const isError = status < 200 || status > 299;
  const fails = reasons.filter(({ tone, rule }) => tone === 'fail' && !(isError && rule === 'RES-1'));
  const advice = reasons.filter(({ tone }) => tone === 'advice');
  const ordered = isError ? [...advice, ...fails] : [...fails, ...advice];
  return ordered.map(({ rule, text }) => ({ rule, text }));
}
