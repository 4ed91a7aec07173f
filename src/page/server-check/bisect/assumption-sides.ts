/** The present request in each way to read what the documentation leaves open, as sides of a comparison. */
import { type AssumptionId, type Assumptions, assumptionRegistry } from '../../../core/assumptions.ts';

export interface AssumptionSide {
  /** As `namedRequest` takes it. */
  readonly name: string;
  /** `Quoting: are always quoted`. */
  readonly title: string;
}

/** Of the assumptions that touch the request, the options that are not chosen. */
export function assumptionSides(
  touched: readonly { readonly id: AssumptionId }[],
  chosen: Assumptions,
): readonly AssumptionSide[] {
  const ids = new Set(touched.map(({ id }) => id));
  return assumptionRegistry
    .filter(({ id }) => ids.has(id))
    .flatMap(({ id, label, options }) =>
      options
        .filter((option) => option.id !== chosen[id])
        .map((option) => ({ name: `${id}=${option.id}`, title: `${label}: ${option.title}` })),
    );
}
