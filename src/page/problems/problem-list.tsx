import { lazy, Suspense, useMemo } from 'react';
import type { Diagnostic, Fix, Severity } from '../../core/source/diagnostics.ts';
import { LoadErrorBoundary } from '../components/error-boundary.tsx';
import { plural } from '../components/format.ts';
import { Kbd } from '../components/kbd.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { LowerPane, PaneScroll } from '../components/pane.tsx';
import { RuleChip } from '../components/rule-chip.tsx';
import { SeverityIcon } from '../components/severity-icon.tsx';
import { useBrowserValue } from '../components/use-browser-value.ts';
import { editorSettled } from '../state/editor-settled.ts';
import { countSeverities, type Problem } from '../state/problems.ts';
import { useRequest } from '../state/request-provider.tsx';
import { useFix } from '../state/use-fix.ts';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';
import { fixesOfKinds } from './fix-all.ts';

export const loadAdvice = () => import('./advice-section.tsx');
const AdviceSection = lazy(() =>
  editorSettled.then(loadAdvice).then((module) => ({ default: module.AdviceSection })),
);

/** More than these at once help nobody; they come into view as the first ones are fixed. */
const limit = 200;

/** As high as the closed advice: nothing moves then. */
const beforeAdvice = <div className="h-7.75 flex-none border-t border-line" />;

export function ProblemList() {
  const isAlive = useBrowserValue(true, false);
  const { built, problems } = useRequest();
  const fixAllLike = useMemo(() => fixesOfKinds(built.diagnostics), [built.diagnostics]);
  const counts = countSeverities(problems.map(({ diagnostic }) => diagnostic));
  return (
    <LowerPane
      title="Problems"
      level={3}
      meta={summary(counts)}
      controls={
        problems.length > 0 && (
          <>
            <Kbd>F8</Kbd> next
          </>
        )
      }
    >
      {problems.length === 0 ? (
        <p className="px-4 pt-0.5 pb-2.5 text-muted">Nothing to report on this Account XML.</p>
      ) : (
        <PaneScroll>
          <ul className="pb-1.5">
            {problems.slice(0, limit).map((problem, index) => (
              <ProblemItem
                // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity but their place
                key={index}
                problem={problem}
                fixAllLike={fixAllLike}
              />
            ))}
            {problems.length > limit && (
              <li className="px-4 pt-0.5 pb-2.5 text-muted">
                and {plural(problems.length - limit, 'more problem')}
              </li>
            )}
          </ul>
        </PaneScroll>
      )}
      <LoadErrorBoundary>
        {/* Not in the page as built: advice comes after the editor. */}
        {isAlive ? (
          <Suspense fallback={beforeAdvice}>
            <AdviceSection />
          </Suspense>
        ) : (
          beforeAdvice
        )}
      </LoadErrorBoundary>
    </LowerPane>
  );
}

interface ProblemItemProps {
  readonly problem: Problem;
  readonly fixAllLike: (like: Diagnostic) => (Fix & { readonly count: number }) | null;
}

const line = 'flex min-w-0 flex-1 items-baseline gap-2 py-0.75 pr-3 pl-4';

function ProblemItem({ problem, fixAllLike }: ProblemItemProps) {
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
    <li className="flex flex-wrap items-baseline justify-between pr-4 hover:bg-raised">
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
        <span className="ml-21 flex flex-wrap gap-x-3.5 gap-y-0.5 pb-0.75 text-small">
          <LinkButton onClick={() => applyFix(fix)}>{fix.title}</LinkButton>
          {all && <LinkButton onClick={() => applyFix(all)}>Fix all {all.count} of this kind</LinkButton>}
        </span>
      )}
    </li>
  );
}

function summary(counts: Readonly<Record<Severity, number>>): string {
  const parts = [
    counts.error > 0 && plural(counts.error, 'error'),
    counts.warning > 0 && plural(counts.warning, 'warning'),
    counts.info > 0 && plural(counts.info, 'note'),
  ];
  return parts.filter((part) => part !== false).join(', ') || 'none';
}
