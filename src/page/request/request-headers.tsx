import { Fragment } from 'react';
import type { RequestPlan } from '../../core/request/plan.ts';
import { HeadEnd, LineEnd, VisibleText } from '../components/visible-text.tsx';
import { ProvenanceRun } from './provenance-run.tsx';
import { headerNamePlace, headerPlace } from './request-sources.ts';
import { WireText } from './wire-text.tsx';

/** The headers as on the wire, one a line, in the order in which they are sent. */
export function RequestHeaders({ plan }: { readonly plan: RequestPlan }) {
  return (
    <WireText label="Request headers">
      {plan.headers.map((header, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header is its place; names may come twice
        <Fragment key={line}>
          {line > 0 && <LineEnd />}
          <span className="text-muted">
            <ProvenanceRun text={header.name} origin={header.origin} place={headerNamePlace(line)} />:
          </span>
          <VisibleText text=" " />
          {header.pieces.map((piece, index) => (
            <ProvenanceRun
              // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity but its place
              key={index}
              text={piece.text}
              origin={piece.origin}
              place={headerPlace(line, index)}
            />
          ))}
        </Fragment>
      ))}
      <HeadEnd />
    </WireText>
  );
}
