import { type FormEvent, Fragment, useCallback, useMemo, useState } from 'react';
import type { Rewriting } from '../../core/account/rewriting.ts';
import type { UsedParameter } from '../../core/build-request.ts';
import { type Position, positionLookup, type Range } from '../../core/source/diagnostics.ts';
import { isParameterName, mediaContent, recipient } from '../../core/template/parameter-catalogue.ts';
import type { Hues } from '../state/parameter-hues.ts';
import { filesPlaceNote, ParameterField } from './parameter-field.tsx';
import { type ParameterRow, parameterRows } from './parameter-rows.ts';
import { RewritingTrace } from './rewriting-trace.tsx';
import './parameter-section.css';

interface ParameterSectionProps {
  readonly used: readonly UsedParameter[];
  /** What the person set. */
  readonly values: Readonly<Record<string, string>>;
  /** The document in which the ranges of `used` stand. */
  readonly xml: string;
  readonly fromMedia: Readonly<Record<string, string>>;
  readonly hues: Hues;
  readonly showSecrets: boolean;
  /** What the account's rules make of `to`; null where it has none. */
  readonly rewriting: Rewriting | null;
  /** Shows a range of the Account XML. */
  readonly onRange: (range: Range) => void;
  readonly onChange: (name: string, value: string) => void;
  readonly onReset: (name: string) => void;
}

export function ParameterSection(props: ParameterSectionProps) {
  const { used, values, xml, fromMedia, hues, showSecrets, rewriting, onRange, onChange, onReset } = props;
  const rows = useMemo(() => parameterRows(used, values, fromMedia), [used, values, fromMedia]);
  const positionOf = useMemo(() => positionLookup(xml), [xml]);
  const field = (row: ParameterRow, isUsed: boolean) => (
    <Fragment key={row.name}>
      <ParameterField
        row={row}
        hue={isUsed ? (hues.get(row.name) ?? 0) : null}
        origin={originOf(row, isUsed, positionOf)}
        showSecrets={showSecrets}
        onChange={onChange}
        onReset={onReset}
      />
      {row.name === recipient && rewriting && (
        <RewritingTrace
          rewriting={rewriting}
          hue={isUsed ? (hues.get(row.name) ?? 0) : null}
          lineOf={(offset) => positionOf(offset).line}
          onRange={onRange}
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
