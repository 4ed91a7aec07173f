import { type FormEvent, Fragment, type ReactNode, useCallback, useMemo, useState } from 'react';
import { typeOfMedia } from '../../core/request/media-type.ts';
import { type Position, positionLookup } from '../../core/source/diagnostics.ts';
import { isParameterName, mediaContent, recipient } from '../../core/template/parameter-catalogue.ts';
import { Button } from '../components/button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Field } from '../components/field.tsx';
import { Later, later } from '../components/later.tsx';
import { useHues, useRequest } from '../state/request-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { filesPlaceNote, ParameterField } from './parameter-field.tsx';
import { type ParameterRow, parameterRows } from './parameter-rows.ts';

const RewritingTrace = later(() => import('./rewriting-trace.tsx').then((module) => module.RewritingTrace));

/** The fields of the parameters; `children` stand before those that the templates don't use. */
export function ParameterSection({ children }: { readonly children: ReactNode }) {
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
  const hueOf = ({ name, isUsed }: ParameterRow) => (isUsed ? (hues.get(name) ?? 0) : null);
  const field = (row: ParameterRow) => (
    <Fragment key={row.name}>
      <ParameterField
        row={row}
        hue={hueOf(row)}
        origin={originOf(row, positionOf)}
        onChange={onChange}
        onReset={onReset}
      />
      {row.name === recipient && rewriting && (
        <Later>
          <RewritingTrace
            rewriting={rewriting}
            hue={hueOf(row)}
            lineOf={(offset) => positionOf(offset).line}
          />
        </Later>
      )}
    </Fragment>
  );
  return (
    <div className="@container px-4 pt-1.5">
      <h3 className="unseen">Parameters</h3>
      <div className={grid}>{rows.main.map(field)}</div>
      {children}
      <div className="presenting:hidden" data-row="">
        <Disclosure summary="Other parameters">
          <Note>The templates don’t use these now. What you set here is kept.</Note>
          <div className={grid}>{rows.others.map(field)}</div>
          <AddParameter taken={(name) => Object.hasOwn(values, name)} onAdd={(name) => onChange(name, '')} />
        </Disclosure>
      </div>
    </div>
  );
}

// Too narrow for a name beside its value: the name is above it.
const grid =
  'grid grid-cols-[fit-content(46%)_minmax(0,1fr)] gap-x-3 @max-[19.375rem]:grid-cols-[minmax(0,1fr)] presenting:grid-cols-[fit-content(46%)_minmax(0,1fr)]';

function Note({ children }: { readonly children: ReactNode }) {
  return <p className="pt-0.5 pb-1.5 text-small text-muted">{children}</p>;
}

function originOf(row: ParameterRow, positionOf: (offset: number) => Position): string {
  const { source, isUsed } = row;
  switch (source.kind) {
    case 'user':
      return isUsed ? 'set by you' : 'set by you, unused';
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
          ? 'It exists already.'
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
    <form className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 gap-y-1 pt-1.5" onSubmit={onSubmit}>
      <Field
        isCode
        aria-label="Name of a new parameter"
        placeholder="Custom parameter name"
        value={name}
        aria-invalid={fault !== null}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" size="small" disabled={name === '' || fault !== null}>
        Add
      </Button>
      <p
        className={`col-span-full min-h-4 text-tiny ${fault === null ? 'text-warn' : 'text-bad'}`}
        aria-live="polite"
      >
        {fault ?? (name === mediaContent && filesPlaceNote)}
      </p>
    </form>
  );
}
