import { memo } from 'react';
import type { Origin } from '../../core/source/provenance.ts';
import { dots, isHiddenOnScreen } from '../../core/source/secret-masking.ts';
import { VisibleText } from '../components/visible-text.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { useHues } from '../state/request-provider.tsx';
import type { PlaceKey } from './request-sources.ts';
import { runAttributes } from './run-keys.ts';
import './provenance-run.css';

/** Characters: a longer value has a box of its own that scrolls, for what comes after it to stay near. */
const longest = 1500;
const boxed = 'inline-block max-h-[8lh] w-full overflow-auto align-top';

/** Not by colour alone. */
const wrong = 'underline decoration-wavy decoration-1 underline-offset-2';

interface ProvenanceRunProps {
  readonly text: string;
  readonly origin: Origin;
  /** It leads from the run to its source, and marks the run when the cursor is there. */
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
      <span
        className={`run ${text.length > longest ? boxed : ''}`}
        {...runAttributes(place)}
        aria-description={`typed in ${origin.node}`}
      >
        <VisibleText text={text} />
      </span>
    );
  }
  const { parameter } = origin;
  const hue = hues.get(parameter) ?? 0;
  const isHidden = isHiddenOnScreen(origin) && !showSecrets && text !== '';
  return (
    <span
      className={`run prov ${hue === 'unknown' ? wrong : ''} ${text.length > longest ? boxed : ''}`}
      {...runAttributes(place)}
      data-hue={hue}
      data-param={parameter}
      data-tip={explain(origin, hue === 'unknown', isHidden, text)}
    >
      {isHidden ? dots : <VisibleText text={text} />}
    </span>
  );
});

function explain(
  origin: Extract<Origin, { kind: 'parameter' }>,
  isUnknown: boolean,
  isHidden: boolean,
  text: string,
): string {
  const lines = [`%${origin.parameter}% in <${origin.node}>`];
  if (isUnknown) lines.push('Unknown: nothing is put in for it.');
  if (text === '') lines.push('Empty here.');
  if (isHidden) lines.push('Hidden on screen; the real value is sent.');
  if (origin.masked) lines.push('These asterisks are what is sent: without https the app masks it (TPL-6).');
  return lines.join('\n');
}
