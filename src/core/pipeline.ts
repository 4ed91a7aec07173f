/**
 * The façade of the core: `buildRequest` and `judgeResponse`. All that the page, the
 * editor and the command line show is derived from these two pure functions.
 */
import type { AssumptionId, Assumptions } from './assumptions.ts';
import type { Diagnostic, Range } from './diagnostics.ts';
import type { Media, RequestPlan } from './request/plan.ts';

/** The inputs of a session; everything else is derived. */
export interface RequestInputs {
  readonly xml: string;
  /** 1-based, for a document with several accounts (ACC-1). */
  readonly account?: number;
  /** Chosen locale; none by default (ACC-3). */
  readonly locale?: string;
  /** What the user set, by parameter name: `to`, `account[username]`, own ones … */
  readonly parameters: Readonly<Record<string, string>>;
  readonly media: Media;
  readonly assumptions: Assumptions;
  /** Must satisfy `isBoundary`. */
  readonly boundary: string;
}

/** Where a parameter's value comes from, in the order of precedence. */
export type ValueSource =
  | { readonly kind: 'user' }
  | { readonly kind: 'node'; readonly range: Range }
  | { readonly kind: 'media' }
  | { readonly kind: 'locale' }
  | { readonly kind: 'recipient' }
  | { readonly kind: 'unset' };

/** A parameter that the templates of the request use. */
export interface UsedParameter {
  /** As in `RequestInputs.parameters`: `to`, `account[username]` … */
  readonly name: string;
  readonly value: string;
  readonly source: ValueSource;
  /** A password: hidden from onlookers by default. */
  readonly secret: boolean;
  /** Every occurrence in the Account XML, in document order. */
  readonly occurrences: readonly Range[];
}

/** An assumption that shaped this request, with the places where it did. */
export interface TouchedAssumption {
  readonly id: AssumptionId;
  readonly ranges: readonly Range[];
}

export interface BuiltRequest {
  /** Null where no request can be built; a diagnostic of severity error says why. */
  readonly request: RequestPlan | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly parameters: readonly UsedParameter[];
  readonly touched: readonly TouchedAssumption[];
  /** How many accounts the document holds, and their titles, for a picker. */
  readonly accounts: readonly { readonly title: string }[];
}
