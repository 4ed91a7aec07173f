import { useMemo } from 'react';
import { positionLookup } from '../../core/source/diagnostics.ts';
import { plural } from '../components/format.ts';
import type { Hue } from '../components/parameter-marks.ts';
import { VisibleText } from '../components/visible-text.tsx';
import { useHues, useRequest } from '../state/request-provider.tsx';
import { type RequestSource, sourcesOf } from './request-sources.ts';
import { runHandlers } from './run-keys.ts';
import { useRunActions } from './use-run-actions.ts';

/** More than these at once help nobody. */
const limit = 300;

/** Of each place of the request where it came from, to hear and to walk by keyboard. */
export function SourceRows() {
  const { built } = useRequest();
  const hues = useHues();
  const actions = useRunActions();
  const handlers = useMemo(() => runHandlers(actions), [actions]);
  const lineOf = useMemo(() => positionLookup(built.inputs.xml), [built.inputs.xml]);
  const sources = Array.from(sourcesOf(built).values());
  return (
    <ol className="pt-1" aria-label="Sources of each value" {...handlers}>
      {sources.slice(0, limit).map((source) => (
        <li key={source.place}>
          <SourceRow
            source={source}
            hue={source.parameter === null ? null : (hues.get(source.parameter) ?? 0)}
            line={lineOf(source.range.start).line}
          />
        </li>
      ))}
      {sources.length > limit && (
        <li className="px-1.5 py-0.5 text-small text-muted">
          and {plural(sources.length - limit, 'more place')}
        </li>
      )}
    </ol>
  );
}

interface SourceRowProps {
  readonly source: RequestSource;
  readonly hue: Hue | null;
  readonly line: number;
}

function SourceRow({ source, hue, line }: SourceRowProps) {
  const { place, label, text, from, parameter } = source;
  return (
    <button
      type="button"
      className="grid w-full grid-cols-[minmax(0,30%)_minmax(0,1fr)] items-baseline gap-x-2.5 rounded-sm border-0 bg-transparent px-1.5 py-0.75 text-left text-small wrap-anywhere hover:bg-raised data-lit:bg-[var(--prov-lit,var(--color-raised))] forced:data-lit:bg-[Highlight] forced:data-lit:forced-color-adjust-none forced:data-lit:*:text-[HighlightText]"
      data-place={place}
      data-hue={hue ?? undefined}
      data-param={parameter ?? undefined}
    >
      <span className="text-muted">{label}</span>{' '}
      <span
        className={`max-h-[6lh] overflow-hidden font-mono text-code whitespace-pre-wrap ${hue === null ? '' : 'text-(--prov-text)'}`}
      >
        {text === '' ? 'empty' : <VisibleText text={text} />}
      </span>{' '}
      <span className="col-start-2 text-tiny text-muted">{`${from}, line\u00A0${line}`}</span>
    </button>
  );
}
