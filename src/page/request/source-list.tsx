import { use, useMemo, useState } from 'react';
import type { BuiltRequest } from '../../core/build-request.ts';
import { positionLookup } from '../../core/source/diagnostics.ts';
import { plural } from '../components/format.ts';
import { VisibleText } from '../components/visible-text.tsx';
import type { Hues } from '../state/parameter-hues.ts';
import { type RequestSource, sourcesOf } from '../state/request-sources.ts';
import { RunActionsContext } from './run-actions.ts';
import { runHandlers } from './run-keys.ts';
import './source-list.css';

interface SourceListProps {
  readonly built: BuiltRequest;
  readonly hues: Hues;
}

/** The request as a list: each of its places with where it came from, to hear and to walk by keyboard. */
export function SourceList({ built, hues }: SourceListProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="more source-list" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>Where this came from</summary>
      {isOpen && <Sources built={built} hues={hues} />}
    </details>
  );
}

/** More than these at once help nobody. */
const limit = 300;

function Sources({ built, hues }: SourceListProps) {
  const actions = use(RunActionsContext);
  const handlers = useMemo(() => runHandlers(actions), [actions]);
  const lineOf = useMemo(() => positionLookup(built.inputs.xml), [built.inputs.xml]);
  const sources = Array.from(sourcesOf(built).values());
  return (
    <ol className="sources" aria-label="Where this came from" {...handlers}>
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
        <li className="sources-more">and {plural(sources.length - limit, 'more place')}</li>
      )}
    </ol>
  );
}

interface SourceRowProps {
  readonly source: RequestSource;
  readonly hue: number | null;
  readonly line: number;
}

function SourceRow({ source, hue, line }: SourceRowProps) {
  const { place, label, text, from, parameter } = source;
  return (
    <button
      type="button"
      className="run source-row"
      data-place={place}
      data-hue={hue ?? undefined}
      data-param={parameter ?? undefined}
    >
      <span className="source-label">{label}</span>{' '}
      <span className="source-text code">{text === '' ? 'empty' : <VisibleText text={text} />}</span>{' '}
      <span className="source-from">{`${from}, line\u00A0${line}`}</span>
    </button>
  );
}
