import type { ReactNode } from 'react';
import { type AssumptionId, assumptionOf } from '../../core/assumptions.ts';
import { formatCount, plural } from '../components/format.ts';
import { SendButton } from '../send/send-button.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { countSeverities } from '../state/problems.ts';
import { useRequest } from '../state/request-provider.tsx';
import { pageSender } from '../state/sender.ts';
import { changedAssumptions } from '../state/session.ts';
import { useSession } from '../state/session-provider.tsx';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';

const item =
  'min-h-6 rounded-sm border-0 bg-transparent px-2 whitespace-nowrap hover:bg-bar-hover hover:text-text';

interface StatusBarProps {
  readonly drafts: ReactNode;
  /** What is offered to a new visitor. */
  readonly tour: ReactNode;
}

export function StatusBar({ drafts, tour }: StatusBarProps) {
  const { session, saved } = useSession();
  const { built, problems } = useRequest();
  const { panel, setPanel } = useDisplay();
  const { goToNext } = useProblemNavigation();
  const { assumptions } = session;
  const isAssumptionsOpen = panel === 'assumptions';
  const { error, warning } = countSeverities(built.diagnostics);
  const affecting = built.touched.length;
  const changed = changedAssumptions(assumptions);
  const sender = pageSender();
  return (
    <footer className="flex min-h-7.5 flex-none items-center gap-1 border-t border-line bg-page px-2 text-small text-muted tabular-nums max-wide:flex-wrap max-wide:px-1.5 max-wide:py-1.5">
      <button
        type="button"
        className={item}
        onClick={() => goToNext('next')}
        data-tip="Go to the next problem (F8)"
      >
        <span className="min-[48rem]:hidden">{plural(problems.length, 'problem')}</span>
        <span className="max-[48rem]:hidden">
          <b className={`font-semibold ${error > 0 ? 'text-bad' : 'text-text'}`}>{formatCount(error)}</b>{' '}
          {error === 1 ? 'error' : 'errors'} ·{' '}
          <b className="font-semibold text-text">{formatCount(warning)}</b>{' '}
          {warning === 1 ? 'warning' : 'warnings'}
        </span>
      </button>
      <button
        type="button"
        className={item}
        aria-expanded={isAssumptionsOpen}
        onClick={() => setPanel(isAssumptionsOpen ? null : 'assumptions')}
      >
        <b className="font-semibold text-text">{affecting}</b>{' '}
        {affecting === 1 ? 'assumption' : 'assumptions'}
        <span className="max-[48rem]:sr-only"> {affecting === 1 ? 'affects' : 'affect'} this request</span>
        {changed.length > 0 && (
          <span
            className="ml-1.75 max-medium:hidden rounded-sm bg-warn-tint px-1.5 font-medium text-warn"
            data-tip={changed.map((id) => describe(id, assumptions[id])).join('\n')}
          >
            {changed.length > 2 ? `${changed.length} changed` : `${changed.map(labelOf).join(', ')}: changed`}
          </span>
        )}
      </button>
      <span className="flex-1 max-medium:hidden" />
      <span className="contents presenting:hidden">{tour}</span>
      {!saved.ok && <span className="text-warn">{notSaved(saved.full)}</span>}
      {drafts}
      <span className="px-2 py-0.5 whitespace-nowrap max-wide:hidden" data-tip={sender.explanation}>
        {sender.through}
      </span>
      <span className="flex wide:hidden max-medium:flex-auto max-medium:*:flex-1">
        <SendButton size="large" />
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
