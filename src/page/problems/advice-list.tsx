import { useMemo } from 'react';
import type { BuiltRequest } from '../../core/build-request.ts';
import { positionLookup } from '../../core/source/diagnostics.ts';
import { adviseOn } from '../../language/advice.ts';
import type { Advice } from '../../language/advices.ts';
import { LinkButton } from '../components/link-button.tsx';
import { PaneScroll } from '../components/pane.tsx';
import { SeverityIcon } from '../components/severity-icon.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { useEditor } from '../state/editor-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useFix } from '../state/use-fix.ts';

/** Here, so that it is loaded with the list. */
export function adviceOn(built: BuiltRequest): readonly Advice[] {
  return adviseOn(built);
}

/** How servers are known to behave, apart from the problems: no rule of the contract is broken here. */
export function AdviceList({ advice }: { readonly advice: readonly Advice[] }) {
  const { built } = useRequest();
  const lineOf = useMemo(() => positionLookup(built.inputs.xml), [built.inputs.xml]);
  const { openDialog } = useDisplay();
  return (
    <PaneScroll>
      {advice.length === 0 && <p className="px-4 pt-0.5 pb-2.5 text-muted">No advice on this Account XML.</p>}
      <ul className="px-4 pb-1" aria-label="Advice">
        {advice.map((entry, index) => (
          <AdviceItem
            key={`${entry.id} ${entry.message}`}
            entry={entry}
            line={entry.range ? lineOf(entry.range.start).line : null}
            isNeeded={index === 0}
            onTable={() => openDialog('servers')}
          />
        ))}
      </ul>
    </PaneScroll>
  );
}

interface AdviceItemProps {
  readonly entry: Advice;
  /** In the Account XML. */
  readonly line: number | null;
  readonly isNeeded: boolean;
  readonly onTable: () => void;
}

function AdviceItem({ entry, line, isNeeded, onTable }: AdviceItemProps) {
  const editor = useEditor();
  const applyFix = useFix();
  const { severity, message, rationale, range, fix, variant } = entry;
  return (
    <li className="flex gap-2 pt-1.25 pb-1.75" data-row="" data-need={isNeeded ? '' : undefined}>
      <SeverityIcon severity={severity} />
      <div>
        <p>{message}</p>
        <p className="text-small text-muted">{rationale}</p>
        <p className="flex flex-wrap gap-x-3.5 gap-y-0.5 text-small">
          {range && <LinkButton onClick={() => editor.select(range)}>Show line {line}</LinkButton>}
          {fix && <LinkButton onClick={() => applyFix(fix)}>{fix.title}</LinkButton>}
          {variant !== undefined && (
            <LinkButton aria-haspopup="dialog" onClick={onTable}>
              See the measurements
            </LinkButton>
          )}
        </p>
      </div>
    </li>
  );
}
