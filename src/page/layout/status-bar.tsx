import { type AssumptionId, assumptionOf } from '../../core/assumptions.ts';
import { formatCount } from '../components/format.ts';
import { useDisplay } from '../state/display-provider.tsx';
import { countSeverities } from '../state/problems.ts';
import { useRequest } from '../state/request-provider.tsx';
import { pageSender } from '../state/sender.ts';
import { changedAssumptions } from '../state/session.ts';
import { useSession } from '../state/session-provider.tsx';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';

export const assumptionsButtonId = 'assumptions-button';

const item =
  'min-h-6 rounded-sm border-0 bg-transparent px-2 whitespace-nowrap hover:bg-bar-hover hover:text-text';

export function StatusBar() {
  const { session, saved } = useSession();
  const { built } = useRequest();
  const { panel, setPanel } = useDisplay();
  const { goToNext } = useProblemNavigation();
  const { assumptions } = session;
  const isAssumptionsOpen = panel === 'assumptions';
  const { error, warning } = countSeverities(built.diagnostics);
  const affecting = built.touched.length;
  const changed = changedAssumptions(assumptions);
  const sender = pageSender();
  return (
    <footer className="flex min-h-7.5 flex-none items-center gap-1 border-t border-line bg-page px-2 text-small text-muted tabular-nums max-wide:sticky max-wide:bottom-0 max-wide:z-5 max-wide:flex-wrap max-wide:px-1 max-wide:py-0.5">
      <button
        type="button"
        className={item}
        onClick={() => goToNext('next')}
        data-tip="Go to the next problem (F8)"
      >
        <b className={`font-semibold ${error > 0 ? 'text-bad' : 'text-text'}`}>{formatCount(error)}</b>{' '}
        {error === 1 ? 'error' : 'errors'} · <b className="font-semibold text-text">{formatCount(warning)}</b>{' '}
        {warning === 1 ? 'warning' : 'warnings'}
      </button>
      <button
        type="button"
        id={assumptionsButtonId}
        className={item}
        aria-expanded={isAssumptionsOpen}
        onClick={() => setPanel(isAssumptionsOpen ? null : 'assumptions')}
      >
        <b className="font-semibold text-text">{affecting}</b>{' '}
        {affecting === 1 ? 'assumption affects' : 'assumptions affect'} this request
        {changed.length > 0 && (
          <span
            className="ml-1.75 rounded-sm bg-warn-tint px-1.5 font-medium text-warn"
            data-tip={changed.map((id) => describe(id, assumptions[id])).join('\n')}
          >
            {changed.length > 2 ? `${changed.length} changed` : `${changed.map(labelOf).join(', ')}: changed`}
          </span>
        )}
      </button>
      <span className="flex-1 max-wide:hidden" />
      {!saved.ok && <span className="text-warn">{notSaved(saved.full)}</span>}
      <span className="px-2 py-0.5 whitespace-nowrap max-wide:hidden" data-tip={sender.explanation}>
        {sender.through}
      </span>
    </footer>
  );
}

const labelOf = (id: AssumptionId) => assumptionOf(id).label;

function describe(id: AssumptionId, option: string): string {
  const { rule, title, options } = assumptionOf(id);
  const chosen = options.find((candidate) => candidate.id === option);
  return `${rule}: ${title} ${chosen?.title ?? option}.`;
}

function notSaved(full: boolean): string {
  return full
    ? 'This tab’s storage is full: a reload would lose the latest changes.'
    : 'This browser keeps nothing for this tab: a reload would lose your changes.';
}
