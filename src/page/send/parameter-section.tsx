import { type FormEvent, Fragment, useCallback, useMemo, useState } from 'react';
import { typeOfMedia } from '../../core/request/media-type.ts';
import { type Position, positionLookup } from '../../core/source/diagnostics.ts';
import { isParameterName, mediaContent, recipient } from '../../core/template/parameter-catalogue.ts';
import { useHues, useRequest } from '../state/request-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { filesPlaceNote, ParameterField } from './parameter-field.tsx';
import { type ParameterRow, parameterRows } from './parameter-rows.ts';
import { RewritingTrace } from './rewriting-trace.tsx';
import './parameter-section.css';

export function ParameterSection() {
  const { session, change } = useSession();
  const { inputs, built } = useRequest();
  const hues = useHues();
  const { parameters: values } = session;
  const { media, xml } = inputs;
  const { rewriting } = built;
  const rows = useMemo(() => {
    const fromMedia = { media_size: String(media.size), content_type: typeOfMedia(media) };
    return parameterRows(built.parameters, values, fromMedia);
  }, [built.parameters, values, media]);
  const positionOf = useMemo(() => positionLookup(xml), [xml]);
  const onChange = useCallback(
    (name: string, value: string) => change({ type: 'parameter', name, value }),
    [change],
  );
  const onReset = useCallback((name: string) => change({ type: 'reset-parameter', name }), [change]);
  const field = (row: ParameterRow, isUsed: boolean) => (
    <Fragment key={row.name}>
      <ParameterField
        row={row}
        hue={isUsed ? (hues.get(row.name) ?? 0) : null}
        origin={originOf(row, isUsed, positionOf)}
        onChange={onChange}
        onReset={onReset}
      />
      {row.name === recipient && rewriting && (
        <RewritingTrace
          rewriting={rewriting}
          hue={isUsed ? (hues.get(row.name) ?? 0) : null}
          lineOf={(offset) => positionOf(offset).line}
        />
      )}
    </Fragment>
  );
  return (
    <div className="parameters">
      <h3 className="section-title">Parameters</h3>
      {rows.used.length === 0 && <p className="parameters-none">The templates use none.</p>}
      <div className="parameter-grid">{rows.used.map((row) => field(row, true))}</div>
      <details className="more">
        <summary>Other parameters</summary>
        <p className="parameters-none">The templates don’t use these now. What you set here is kept.</p>
        <div className="parameter-grid">{rows.others.map((row) => field(row, false))}</div>
        <AddParameter taken={(name) => Object.hasOwn(values, name)} onAdd={(name) => onChange(name, '')} />
      </details>
    </div>
  );
}

function originOf(row: ParameterRow, isUsed: boolean, positionOf: (offset: number) => Position): string {
  const { source } = row;
  switch (source.kind) {
    case 'user':
      return isUsed ? 'yours' : 'yours, unused';
    case 'node':
      return `line ${positionOf(source.range.start).line} of the XML`;
    case 'media':
      return 'from the media';
    case 'locale':
      return 'the chosen locale';
    case 'unset':
      return row.name.startsWith('account[') ? 'no such node' : 'not set';
  }
}

interface AddParameterProps {
  readonly taken: (name: string) => boolean;
  readonly onAdd: (name: string) => void;
}

function AddParameter({ taken, onAdd }: AddParameterProps) {
  const [name, setName] = useState('');
  const fault =
    name === ''
      ? null
      : !isParameterName(name)
        ? 'A name is a letter or _, then letters, digits and _; or account[node].'
        : taken(name)
          ? 'It is there already.'
          : null;
  const onSubmit = useCallback(
    (event: FormEvent) => {
      event.preventDefault();
      if (name === '' || fault !== null) return;
      onAdd(name);
      setName('');
    },
    [name, fault, onAdd],
  );
  return (
    <form className="parameter-add" onSubmit={onSubmit}>
      <input
        className="field field-small code"
        aria-label="Name of a new parameter"
        placeholder="name of your own"
        value={name}
        aria-invalid={fault !== null}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button button-small" disabled={name === '' || fault !== null}>
        Add
      </button>
      <p className={fault === null ? 'parameter-note' : 'parameter-fault'} aria-live="polite">
        {fault ?? (name === mediaContent && filesPlaceNote)}
      </p>
    </form>
  );
}
