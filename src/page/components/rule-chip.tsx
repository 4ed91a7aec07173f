import { Chip } from './chip.tsx';

/** The id of a rule of the contract, as `TPL-7`. */
export function RuleChip({ rule }: { readonly rule: string }) {
  return <Chip>{rule}</Chip>;
}
