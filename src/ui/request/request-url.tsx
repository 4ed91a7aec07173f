import { textOf } from '../../core/provenance.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import { VisibleText } from '../common/visible-text.tsx';
import { ProvenanceRun, type Reading } from './provenance-run.tsx';
import { WireText } from './wire-text.tsx';

/** Method and URL; each value in the colour of its parameter. */
export function RequestUrl({ plan, reading }: { readonly plan: RequestPlan; readonly reading: Reading }) {
  const origin = plan.url.slice(0, plan.url.length - textOf(plan.targetPieces).length);
  const isWhole = origin + textOf(plan.targetPieces) === plan.url;
  return (
    <WireText label="Request URL" className="wire-url">
      <span className="wire-method">{plan.method}</span>{' '}
      {isWhole ? (
        <>
          <VisibleText text={origin} />
          {plan.targetPieces.map((piece, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity but its place
            <ProvenanceRun key={index} text={piece.text} origin={piece.origin} reading={reading} />
          ))}
        </>
      ) : (
        <VisibleText text={plan.url} />
      )}
    </WireText>
  );
}
