/** What the page and the worker that runs a check say to each other. */
import type { RequestInputs } from '../../../core/build-request.ts';
import type { CheckReport, ScenarioResult } from '../../../server-check/report.ts';
import type { CheckLimits, CheckProgress } from '../../../server-check/run-check.ts';
import type { MadeMedia } from '../../../server-check/scenario.ts';

export interface CheckToRun {
  /** Of the scenarios, in the order in which they run. */
  readonly names: readonly string[];
  readonly inputs: RequestInputs;
  /** The Account XML's file name; empty where it has none. */
  readonly file: string;
  readonly product: string;
  readonly limits: CheckLimits;
  readonly acceptCertificate: string | undefined;
  /** The session's own media; null where it can't be had. */
  readonly own: Blob | null;
  /** Results of the same configuration that stay, where only some scenarios are run once more. */
  readonly earlier: readonly ScenarioResult[];
}

/** What a scenario would send. */
export interface PlannedScenario {
  readonly name: string;
  /** Why this configuration can't ask it; null where it can. */
  readonly why: string | null;
  readonly uploads: number;
  /** At most: a login sends each once more, and what was uploaded is fetched. */
  readonly requests: number;
  /** At most, of the bodies of all of them. */
  readonly bytes: number;
}

export type BisectToRun = SidesToBisect & {
  /** Requests in all. */
  readonly budget: number;
};

/** A request that passes and one that fails. */
export type SidesToBisect = (NamedToBisect | UploadsToBisect) & Pick<CheckToRun, 'acceptCertificate'>;

interface NamedToBisect extends Pick<CheckToRun, 'inputs' | 'own'> {
  readonly kind: 'named';
  /** As `namedRequest` takes them. */
  readonly passing: string;
  readonly failing: string;
}

interface UploadsToBisect {
  readonly kind: 'uploads';
  readonly uploads: { readonly passing: KeptRequest; readonly failing: KeptRequest };
}

/** An upload of the history, to be sent once more with made media. */
export interface KeptRequest {
  readonly inputs: RequestInputs;
  readonly media: MadeMedia;
}

export interface BisectEnd {
  readonly isFound: boolean;
  /** `Only the quotes around “file” matter.` */
  readonly text: string;
  readonly sent: number;
}

export type CheckOrder =
  | { readonly type: 'plan'; readonly inputs: RequestInputs }
  | ({ readonly type: 'run' } & CheckToRun)
  | ({ readonly type: 'bisect' } & BisectToRun)
  | { readonly type: 'cancel' };

/** The first one has all results, the others those that are new. */
export interface CheckChange {
  readonly report: Omit<CheckReport, 'results'>;
  readonly results: readonly (readonly [index: number, result: ScenarioResult])[];
  readonly progress: CheckProgress;
}

export type CheckSaid =
  | { readonly type: 'planned'; readonly scenarios: readonly PlannedScenario[] }
  | ({ readonly type: 'change' } & CheckChange)
  | { readonly type: 'end' }
  | { readonly type: 'sent'; readonly sent: number }
  | { readonly type: 'bisected'; readonly end: BisectEnd };
