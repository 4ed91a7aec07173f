/** A scenario with what makes it run: what is sent, and what is made of the reply. */
import type { BuiltRequest, RequestInputs } from '../core/build-request.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import type { Verdict } from '../core/response/verdict.ts';
import type { Reply } from '../upload/exchange.ts';
import type { FetchedMedia } from './fetch-media.ts';
import type { Outcome, Reason } from './report.ts';
import type { MadeMedia, Scenario, ScenarioInputs } from './scenario.ts';

/** What the person has, and the request that it makes. */
export interface Session {
  readonly inputs: RequestInputs;
  readonly built: BuiltRequest;
}

export type ScenarioDefinition = UploadScenario | ReplyScenario;

/** Sends something of its own. */
export interface UploadScenario extends Scenario {
  readonly kind: 'upload';
  /** How; `once` where it does not say. */
  readonly sending?: 'once' | 'twice' | 'together' | 'slowly';
  /** `number`: 0, and 1 for the second upload of those that have two. */
  readonly prepare: (session: Session, number: number) => ScenarioInputs;
  /** What is written otherwise than the app would. */
  readonly edit?: (plan: RequestPlan) => RequestPlan;
  /** `either`: no answer is wrong; what it is tells what reads the uploads. */
  readonly expects: ExpectedSuccess | ExpectedRefusal | { readonly kind: 'either' };
}

export interface ExpectedSuccess {
  readonly kind: 'success';
  /** What to say where it is refused in words, which some servers may do: a warning. Absent: they may not. */
  readonly mayRefuse?: string;
}

export interface ExpectedRefusal {
  readonly kind: 'refusal';
  /** What it is where the server says success all the same. */
  readonly accepted: { readonly outcome: Extract<Outcome, 'warning' | 'failed'>; readonly text: string };
}

/** Looks at what other scenarios were answered; where there is nothing to look at, an upload is made for it. */
export interface ReplyScenario extends Scenario {
  readonly kind: 'reply';
  readonly about: 'success' | 'refusal' | 'any';
  readonly judge: (seen: readonly SeenUpload[], session: Session) => Judged;
}

export interface Judged {
  readonly outcome: Exclude<Outcome, 'not-run'>;
  readonly reasons: readonly Reason[];
}

/** An upload that was answered, as it is while a check runs: nothing in it is masked. */
export interface SeenUpload {
  /** Of the scenario that sent it. */
  readonly scenario: string;
  /** Where it was sent. */
  readonly url: string;
  readonly media: MadeMedia | null;
  /** The file part's type; null where there is no such part. */
  readonly mediaType: string | null;
  readonly reply: Reply;
  /** Bytes of the reply's body as received, and whether more came than it says. */
  readonly replyBytes: number;
  readonly excess: boolean;
  readonly verdict: Verdict;
  /** Null where nothing was fetched. */
  readonly fetched: FetchedMedia | null;
}
