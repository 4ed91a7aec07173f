import { memo } from 'react';
import type { Hues } from '../../app/parameter-hues.ts';
import type { Origin } from '../../core/provenance.ts';
import { VisibleText } from '../common/visible-text.tsx';
import './provenance-run.css';

/** How runs of a request are shown: colours, and whether secrets are. */
export interface Reading {
  readonly hues: Hues;
  readonly showSecrets: boolean;
  /** Names that have a field in room 3. */
  readonly fields: ReadonlySet<string>;
}

/** Dots: hidden for the eyes. (Asterisks are what goes out: TPL-6.) Their count tells nothing. */
const dots = '••••••••';

interface ProvenanceRunProps {
  readonly text: string;
  readonly origin: Origin;
  readonly reading: Reading;
}

/** A run of text of one origin; one that came through a parameter has its colour and its name. */
export const ProvenanceRun = memo(function ProvenanceRun({ text, origin, reading }: ProvenanceRunProps) {
  if (origin.kind !== 'parameter') return <VisibleText text={text} />;
  const { parameter } = origin;
  const isHidden = isHiddenFromEyes(origin) && !reading.showSecrets && text !== '';
  const hasField = reading.fields.has(parameter);
  return (
    <span
      className="prov"
      role={hasField ? 'button' : undefined}
      tabIndex={hasField ? -1 : undefined}
      aria-description={hasField ? undefined : parameter}
      data-hue={reading.hues.get(parameter) ?? 0}
      data-param={parameter}
      data-tip={explain(origin, isHidden, text)}
    >
      {isHidden ? dots : <VisibleText text={text} />}
    </span>
  );
});

export function isHiddenFromEyes(origin: Origin): boolean {
  return origin.kind === 'parameter' && origin.secret === true && origin.masked !== true;
}

function explain(origin: Extract<Origin, { kind: 'parameter' }>, isHidden: boolean, text: string): string {
  const lines = [`%${origin.parameter}%`];
  if (text === '') lines.push('Empty here.');
  if (isHidden) lines.push('Dots for onlookers: the value itself is sent.');
  if (origin.masked)
    lines.push('These asterisks are what is sent: without https the client masks it (TPL-6).');
  return lines.join('\n');
}
