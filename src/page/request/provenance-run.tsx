import { memo } from 'react';
import type { Origin } from '../../core/source/provenance.ts';
import { isHiddenFromEyes } from '../components/secret-masking.ts';
import { VisibleText } from '../components/visible-text.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { useHues } from '../state/request-provider.tsx';
import type { PlaceKey } from './request-sources.ts';
import { runAttributes } from './run-keys.ts';
import './provenance-run.css';

/** Dots: hidden for the eyes. (Asterisks are what goes out: TPL-6.) Their count tells nothing. */
const dots = '••••••••';

interface ProvenanceRunProps {
  readonly text: string;
  readonly origin: Origin;
  /** By it the run is led to its source, and marked when the cursor is there. */
  readonly place: PlaceKey;
}

/** A run of text of one origin; one that came through a parameter has its colour and its name. */
export const ProvenanceRun = memo(function ProvenanceRun(props: ProvenanceRunProps) {
  const { text, origin, place } = props;
  const hues = useHues();
  const { showSecrets } = useDisplay();
  if (origin.kind === 'client' || (text === '' && origin.kind === 'literal'))
    return <VisibleText text={text} />;
  if (origin.kind === 'literal') {
    return (
      <span className="run" {...runAttributes(place)} aria-description={`typed in ${origin.node}`}>
        <VisibleText text={text} />
      </span>
    );
  }
  const { parameter } = origin;
  const isHidden = isHiddenFromEyes(origin) && !showSecrets && text !== '';
  return (
    <span
      className="run prov"
      {...runAttributes(place)}
      data-hue={hues.get(parameter) ?? 0}
      data-param={parameter}
      data-tip={explain(origin, isHidden, text)}
    >
      {isHidden ? dots : <VisibleText text={text} />}
    </span>
  );
});

function explain(origin: Extract<Origin, { kind: 'parameter' }>, isHidden: boolean, text: string): string {
  const lines = [`%${origin.parameter}% in <${origin.node}>`];
  if (text === '') lines.push('Empty here.');
  if (isHidden) lines.push('Dots for onlookers: the value itself is sent.');
  if (origin.masked)
    lines.push('These asterisks are what is sent: without https the client masks it (TPL-6).');
  return lines.join('\n');
}
