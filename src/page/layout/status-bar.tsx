import { type AssumptionId, type Assumptions, assumptionRegistry } from '../../core/assumptions.ts';
import type { BuiltRequest } from '../../core/build-request.ts';
import { formatCount } from '../components/format.ts';
import { countSeverities } from '../state/problems.ts';
import { pageSender } from '../state/sender.ts';
import { changedAssumptions } from '../state/session.ts';
import type { SaveResult } from '../state/stored-session.ts';
import './status-bar.css';

interface StatusBarProps {
  readonly built: BuiltRequest;
  readonly assumptions: Assumptions;
  readonly isAssumptionsOpen: boolean;
  readonly onAssumptions: () => void;
  readonly onProblems: () => void;
  readonly saved: SaveResult;
}

export const assumptionsButtonId = 'assumptions-button';

export function StatusBar(props: StatusBarProps) {
  const { built, assumptions, isAssumptionsOpen, onAssumptions, onProblems, saved } = props;
  const { error, warning } = countSeverities(built.diagnostics);
  const touching = built.touched.length;
  const changed = changedAssumptions(assumptions);
  const sender = pageSender();
  return (
    <footer className="status-bar">
      <button
        type="button"
        className="status-item"
        onClick={onProblems}
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
        onClick={onAssumptions}
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
