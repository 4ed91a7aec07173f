import type { ReactNode } from 'react';
import { type AssumptionId, assumptionRegistry } from '../../core/assumptions.ts';
import { Chip } from '../components/chip.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import './request-section.css';

interface RequestSectionProps {
  readonly title: string;
  readonly meta?: string;
  readonly touched: readonly AssumptionId[];
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the request, with the assumptions that shaped it named right there. */
export function RequestSection(props: RequestSectionProps) {
  const { title, meta, touched, tools, children } = props;
  return (
    <div className="request-section">
      <div className="section-head">
        <div className="section-facts">
          <h3 className="section-title">{title}</h3>
          {meta && <span className="section-meta">{meta}</span>}
          {touched.map((id) => (
            <AssumptionChip key={id} id={id} />
          ))}
        </div>
        <div className="section-tools">{tools}</div>
      </div>
      {children}
    </div>
  );
}

function AssumptionChip({ id }: { readonly id: AssumptionId }) {
  const { setPanel } = useDisplay();
  const option = useRequest().inputs.assumptions[id];
  const entry = assumptionRegistry.find((assumption) => assumption.id === id);
  if (entry === undefined) return null;
  const chosen = entry.options.find((candidate) => candidate.id === option);
  const isDefault = entry.options[0].id === option;
  const tip = `Assumption (${entry.rule}, ${entry.standing}): ${entry.title} ${chosen?.title ?? option}.`;
  return (
    <Chip tone={isDefault ? 'assumed' : 'warn'} tip={tip} onPress={() => setPanel('assumptions')}>
      {entry.rule} assumed
    </Chip>
  );
}
