import type { RequestPlan } from '../../core/request/plan.ts';
import { VisibleText } from '../components/visible-text.tsx';
import { hostPlace, targetPlace } from '../state/request-sources.ts';
import { hostPieces } from './host-pieces.ts';
import { ProvenanceRun, type Reading } from './provenance-run.tsx';
import { WireText } from './wire-text.tsx';

/** Method and URL; each value in the colour of its parameter. */
export function RequestUrl({ plan, reading }: { readonly plan: RequestPlan; readonly reading: Reading }) {
  const host = hostPieces(plan);
  return (
    <WireText label="Request URL" className="wire-url">
      <span className="wire-method">{plan.method}</span>{' '}
      {host === null ? (
        <VisibleText text={plan.url.slice(0, plan.url.length - plan.target.length)} />
      ) : (
        host.map(({ text, origin, piece }) => (
          <ProvenanceRun key={piece} text={text} origin={origin} place={hostPlace(piece)} reading={reading} />
        ))
      )}
      {plan.targetPieces.map(({ text, origin }, index) => (
        <ProvenanceRun
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity but its place
          key={index}
          text={text}
          origin={origin}
          place={targetPlace(index)}
          reading={reading}
        />
      ))}
    </WireText>
  );
}
