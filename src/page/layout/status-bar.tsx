import { type AssumptionId, assumptionRegistry } from '../../core/assumptions.ts';
import { formatCount } from '../components/format.ts';
import { useDisplay } from '../state/display-provider.tsx';
import { countSeverities } from '../state/problems.ts';
import { useRequest } from '../state/request-provider.tsx';
import { pageSender } from '../state/sender.ts';
import { changedAssumptions } from '../state/session.ts';
import { useSession } from '../state/session-provider.tsx';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';
import './status-bar.css';

export const assumptionsButtonId = 'assumptions-button';

export function StatusBar() {
  const { session, saved } = useSession();
  const { built } = useRequest();
  const { panel, setPanel } = useDisplay();
  const { goToNext } = useProblemNavigation();
  const { assumptions } = session;
  const isAssumptionsOpen = panel === 'assumptions';
  const { error, warning } = countSeverities(built.diagnostics);
  const touching = built.touched.length;
  const changed = changedAssumptions(assumptions);
  const sender = pageSender();
  return (
    <footer className="status-bar">
      <button
        type="button"
        className="status-item"
        onClick={() => goToNext('next')}
        data-tip="Go to the next problem (F8)"
      >
        <b className={error > 0 ? 'status-bad' : undefined}>{formatCount(error)}</b>{' '}
        {error === 1 ? 'error' : 'errors'} · <b>{formatCount(warning)}</b>{' '}
        {warning === 1 ? 'warning' : 'warnings'}
      </button>
      <button
        type="button"
        id={assumptionsButtonId}
        className="status-item"
        aria-expanded={isAssumptionsOpen}
        onClick={() => setPanel(isAssumptionsOpen ? null : 'assumptions')}
      >
        <b>{touching}</b> {touching === 1 ? 'assumption touches' : 'assumptions touch'} this request
        {changed.length > 0 && (
          <span
            className="status-changed"
            data-tip={changed.map((id) => describe(id, assumptions[id])).join('\n')}
          >
            {changed.length > 2 ? changed.length : changed.map(ruleOf).join(', ')} not the default
          </span>
        )}
      </button>
      <span className="status-space" />
      {!saved.ok && <span className="status-unsaved">{notSaved(saved.full)}</span>}
      <span className="status-where" data-tip={sender.explanation}>
        {sender.through}
      </span>
    </footer>
  );
}

function ruleOf(id: AssumptionId): string {
  return assumptionRegistry.find((entry) => entry.id === id)?.rule ?? id;
}

function describe(id: AssumptionId, option: string): string {
  const entry = assumptionRegistry.find((candidate) => candidate.id === id);
  const chosen = entry?.options.find((candidate) => candidate.id === option);
  return `${ruleOf(id)}: ${entry?.title ?? id} ${chosen?.title ?? option}.`;
}

function notSaved(full: boolean): string {
  return full
    ? 'This tab’s storage is full: a reload would lose the latest changes.'
    : 'This browser keeps nothing for this tab: a reload would lose your changes.';
}
