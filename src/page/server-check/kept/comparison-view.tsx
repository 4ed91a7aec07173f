import type { OutcomeChange, ReportComparison } from '../../../reports/compare-reports.ts';
import { plural } from '../../components/format.ts';
import { outcomeWords } from '../check-words.ts';

const kinds = [
  ['worse', 'Worse'],
  ['better', 'Better'],
  ['added', 'Only in the later check'],
  ['gone', 'Only in the earlier check'],
] as const;

/** What two checks differ in. */
export function ComparisonView({ comparison }: { readonly comparison: ReportComparison }) {
  const { same, isSameTarget } = comparison;
  const isEqual = kinds.every(([kind]) => comparison[kind].length === 0);
  return (
    <section className="grid gap-1.5 text-small" aria-label="Comparison">
      {!isSameTarget && (
        <p className="text-warn">Another method or URL was checked then: what differs may be that.</p>
      )}
      {kinds.map(
        ([kind, title]) =>
          comparison[kind].length > 0 && <Changes key={kind} title={title} changes={comparison[kind]} />,
      )}
      <p className="text-muted">
        {isEqual ? 'No difference: ' : 'The same in both: '}
        {plural(same, 'scenario')}
      </p>
    </section>
  );
}

interface ChangesProps {
  readonly title: string;
  readonly changes: readonly OutcomeChange[];
}

function Changes({ title, changes }: ChangesProps) {
  return (
    <div>
      <p className="font-semibold">
        {title}: {changes.length}
      </p>
      <ul className="grid gap-0.5 pl-3">
        {changes.map(({ name, title: scenario, from, to }) => (
          <li key={name} className="wrap-anywhere">
            {scenario}: <span className="text-muted">{outcomeWords[from].toLowerCase()}</span> →{' '}
            {outcomeWords[to].toLowerCase()}
          </li>
        ))}
      </ul>
    </div>
  );
}
