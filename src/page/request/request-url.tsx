import type { RequestPlan } from '../../core/request/plan.ts';
import { VisibleText } from '../components/visible-text.tsx';
import { hostPieces } from './host-pieces.ts';
import { ProvenanceRun } from './provenance-run.tsx';
import { hostPlace, targetPlace } from './request-sources.ts';
import { WireText } from './wire-text.tsx';

/** Method and URL; each value in the colour of its parameter. */
export function RequestUrl({ plan }: { readonly plan: RequestPlan }) {
  const host = hostPieces(plan);
  return (
    <WireText label="Request URL" isBoxed>
      <span className="font-bold text-accent">{plan.method}</span>
      <VisibleText text=" " />
      {host === null ? (
        <VisibleText text={plan.url.slice(0, plan.url.length - plan.target.length)} />
      ) : (
        host.map(({ text, origin, piece }) => (
          <ProvenanceRun key={piece} text={text} origin={origin} place={hostPlace(piece)} />
        ))
      )}
      {plan.targetPieces.map(({ text, origin }, index) => (
        <ProvenanceRun
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity but its place
          key={index}
          text={text}
          origin={origin}
          place={targetPlace(index)}
        />
      ))}
    </WireText>
  );
}
