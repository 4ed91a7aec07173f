import { useMemo } from 'react';
import { positionLookup } from '../../core/source/diagnostics.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { plural } from '../components/format.ts';
import { VisibleText } from '../components/visible-text.tsx';
import { useHues, useRequest } from '../state/request-provider.tsx';
import { type RequestSource, sourcesOf } from './request-sources.ts';
import { runHandlers } from './run-keys.ts';
import { useRunActions } from './use-run-actions.ts';
import './source-list.css';

/** The request as a list: each of its places with where it came from, to hear and to walk by keyboard. */
export function SourceList() {
  return (
    <div className="px-4 pt-2 pb-3">
      <Disclosure summary="Where this came from" isLazy>
        <Sources />
      </Disclosure>
    </div>
  );
}

/** More than these at once help nobody. */
const limit = 300;

function Sources() {
  const { built } = useRequest();
  const hues = useHues();
  const actions = useRunActions();
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
