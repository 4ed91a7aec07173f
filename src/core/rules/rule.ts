/** A rule of the contract, as people read it: in diagnostics, in the reference, by `explain RULE`. */

/** How sure a rule is: written in the documentation, shown there by example, or decided by us. */
export type Standing = 'documented' | 'inferred' | 'choice';

export const standingMeanings = {
  documented: 'documented',
  inferred: 'inferred (the documentation shows it by example)',
  choice: 'choice (ours; the documentation does not say)',
} as const satisfies Record<Standing, string>;

export interface Rule {
  /** `TPL-7`: what diagnostics, verdicts and tests cite. */
  readonly id: string;
  /** A few words. */
  readonly title: string;
  /** One sentence or two, for a provider. */
  readonly sentence: string;
  readonly standing: Standing;
  /** What it looks like, where that helps. */
  readonly example?: string;
}
