import { useMemo } from 'react';
import type { Diagnostic, Fix } from '../../core/source/diagnostics.ts';
import { fixAllSafely, isSafe } from '../../language/quick-fixes.ts';
import { Button } from '../components/button.tsx';
import { plural } from '../components/format.ts';
import { LinkButton } from '../components/link-button.tsx';
import { PaneScroll } from '../components/pane.tsx';
import { RuleChip } from '../components/rule-chip.tsx';
import { SeverityIcon } from '../components/severity-icon.tsx';
import { type Problem, worstFirst } from '../state/problems.ts';
import { useRequest } from '../state/request-provider.tsx';
import { useFix } from '../state/use-fix.ts';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';
import { fixesOfKinds } from './fix-all.ts';

/** More than these at once help nobody; they come into view as the first ones are fixed. */
const limit = 200;

export function ProblemList() {
  const { built, problems } = useRequest();
  const fixAllLike = useMemo(() => fixesOfKinds(built.diagnostics), [built.diagnostics]);
  const listed = useMemo(() => worstFirst(problems), [problems]);
  return (
    <PaneScroll>
      {listed.length === 0 && (
        <p className="px-4 pt-0.5 pb-2.5 text-muted">Nothing to report on this Account XML.</p>
      )}
      <FixAll />
      <ul className="pb-1.5 empty:hidden">
        {listed.slice(0, limit).map((problem, index) => (
          <ProblemItem
            // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity but their place
            key={index}
            problem={problem}
            fixAllLike={fixAllLike}
            isNeeded={index < 2}
          />
        ))}
        {listed.length > limit && (
          <li className="px-4 pt-0.5 pb-2.5 text-muted">
            and {plural(listed.length - limit, 'more problem')}
          </li>
        )}
      </ul>
    </PaneScroll>
  );
}

/** Where there are several: all that can be fixed safely, in one step that can be undone. */
function FixAll() {
  const { diagnostics } = useRequest().built;
  const applyFix = useFix();
  const count = useMemo(() => diagnostics.filter(isSafe).length, [diagnostics]);
  if (count < 2) return null;
  const onClick = () => {
    const all = fixAllSafely(diagnostics);
    if (all) applyFix(all);
  };
  return (
    <p className="px-4 pt-0.5 pb-1" data-row="">
      <Button
        size="small"
        data-command="fix-all"
        tip="Makes every certain fix in one step. It can be undone."
        onClick={onClick}
      >
        Fix all {count}
      </Button>
    </p>
  );
}

interface ProblemItemProps {
  readonly problem: Problem;
  readonly fixAllLike: (like: Diagnostic) => (Fix & { readonly count: number }) | null;
  /** In view, however much the Account XML needs. */
  readonly isNeeded: boolean;
}

const line = 'flex min-w-0 flex-1 items-baseline gap-2 py-0.75 pr-3 pl-4';

function ProblemItem({ problem, fixAllLike, isNeeded }: ProblemItemProps) {
  const { goTo } = useProblemNavigation();
  const applyFix = useFix();
  const { diagnostic, start } = problem;
  const all = fixAllLike(diagnostic);
  const { fix, message, rule, severity } = diagnostic;
  const text = (
    <>
      <SeverityIcon severity={severity} />
      <span className="min-w-9.5 flex-none text-small text-muted tabular-nums">
        {start ? `${start.line}:${start.column}` : '–'}
      </span>
      <span className="min-w-0 wrap-anywhere">{message}</span>
    </>
  );
  return (
    <li
      className="flex flex-wrap items-baseline justify-between pr-4 hover:bg-raised"
      data-row=""
      data-need={isNeeded ? '' : undefined}
    >
      {start ? (
        <button
          type="button"
          className={`${line} border-0 bg-transparent text-left focus-visible:-outline-offset-2`}
          onClick={() => goTo(problem)}
        >
          {text}
        </button>
      ) : (
        <div className={line}>{text}</div>
      )}
      <span className="py-0.75">
        <RuleChip rule={rule} />
      </span>
      {fix && (
        <span className="ml-21 flex basis-full flex-wrap gap-x-3.5 pb-0.75 text-small *:min-h-6">
          <LinkButton onClick={() => applyFix(fix)}>{fix.title}</LinkButton>
          {all && <LinkButton onClick={() => applyFix(all)}>Fix all {all.count} of this kind</LinkButton>}
        </span>
      )}
    </li>
  );
}
