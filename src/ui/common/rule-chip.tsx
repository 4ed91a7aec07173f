import './chip.css';

/** The id of a rule of the contract. */
export function RuleChip({ rule }: { readonly rule: string }) {
  return (
    <span className="chip" title={`Rule ${rule} of the contract`}>
      {rule}
    </span>
  );
}
