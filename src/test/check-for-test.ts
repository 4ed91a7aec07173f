/** For tests: a check by the command line's own sender, with the sample photo. */
import { checkIo } from '../cli/check-io.ts';
import { openMedia } from '../cli/input/media-file.ts';
import { defaultAssumptions } from '../core/assumptions.ts';
import type { CheckIo } from '../server-check/check-io.ts';
import type { CheckReport, Outcome } from '../server-check/report.ts';
import { type CheckChoices, type CheckLimits, defaultLimits, runCheck } from '../server-check/run-check.ts';
import { scenariosOf } from '../server-check/scenarios/all-scenarios.ts';
import type { ReplyCollector } from '../upload/reply-collector.ts';

export interface ShortCheck {
  readonly xml: string;
  readonly scenarios: readonly string[];
  readonly parameters?: Readonly<Record<string, string>>;
  readonly limits?: Partial<CheckLimits>;
  /** What is otherwise than on the command line. */
  readonly io?: Partial<CheckIo<ReplyCollector>>;
  readonly choices?: Partial<CheckChoices>;
}

/** No name is asked of anybody: `media.server.com` is no host here. */
const noLookup = () =>
  Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }));

export async function checkForTest(short: ShortCheck): Promise<CheckReport> {
  const { scenarios, unknown } = scenariosOf(short.scenarios);
  if (unknown.length > 0) throw new Error(`No scenario: ${unknown.join(', ')}`);
  const own = await openMedia({});
  try {
    return await runCheck(
      {
        scenarios,
        inputs: {
          xml: short.xml,
          parameters: short.parameters ?? { to: '+420777123456', description: 'Sunset' },
          media: own.media,
          assumptions: defaultAssumptions,
          boundary: 'Boundary-0123456789abcdef0123456789abcdef',
        },
        file: 'account.xml',
        product: 'Media Upload Playground',
        limits: { ...defaultLimits, ...short.limits },
      },
      { ...checkIo(own, { lookup: noLookup }), ...short.io },
      { signal: new AbortController().signal, ...short.choices },
    );
  } finally {
    await own.close();
  }
}

/** Names by outcome; those that passed are left out. */
export function outcomesOf({ results }: CheckReport): Partial<Record<Outcome, readonly string[]>> {
  const names = (outcome: Outcome) =>
    results.filter((one) => one.outcome === outcome).map(({ name }) => name);
  const outcomes = (['warning', 'failed', 'skipped', 'not-run'] as const).map(
    (outcome) => [outcome, names(outcome)] as const,
  );
  return Object.fromEntries(outcomes.filter(([, found]) => found.length > 0));
}

export function accountFor(url: string, data = 'to=%to%&file=%media_content%', more = ''): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;');
  return `<account><username>joe</username><genericMediaUploadUrl>${escaped(url)}</genericMediaUploadUrl><genericMediaUploadMultipartData>${escaped(data)}</genericMediaUploadMultipartData>${more}</account>`;
}
