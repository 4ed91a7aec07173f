/** What is written of an upload: by far the longest step of keeping it, so a worker does it. Pure. */
import type { BuiltRequest } from '../../core/build-request.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import { knownSecrets } from '../../core/secrets/known-secrets.ts';
import type { EntryDetails, Summary } from './entry.ts';
import { maskDetails, maskSummary } from './mask-details.ts';

export interface ToKeep {
  readonly summary: Summary;
  /** With their passwords. */
  readonly details: EntryDetails;
  /** What it was built from; null where it is not known. */
  readonly built: Pick<BuiltRequest, 'inputs' | 'parameters'> | null;
  readonly plan: RequestPlan;
  /** As the person wants it. */
  readonly withPasswords: boolean;
}

export interface KeptForms {
  readonly summary: Summary;
  readonly details: EntryDetails;
  /** Of both, as they are counted. */
  readonly bytes: number;
}

export function keptForms({ summary, details, built, plan, withPasswords }: ToKeep): KeptForms {
  const secrets = built === null ? [] : knownSecrets(built, plan);
  const whole = { ...details, secrets };
  const kept = {
    summary: maskSummary(summary, secrets),
    details: withPasswords ? whole : maskDetails(whole),
  };
  return { ...kept, bytes: JSON.stringify([kept.summary, kept.details]).length };
}
