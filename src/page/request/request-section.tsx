import type { ReactNode } from 'react';
import { type AssumptionId, type Assumptions, assumptionRegistry } from '../../core/assumptions.ts';
import './request-section.css';

interface RequestSectionProps {
  readonly title: string;
  readonly meta?: string;
  readonly touched: readonly AssumptionId[];
  readonly assumptions: Assumptions;
  readonly onAssumptions: () => void;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the request, with the assumptions that shaped it named right there. */
export function RequestSection(props: RequestSectionProps) {
  const { title, meta, touched, assumptions, onAssumptions, tools, children } = props;
  return (
    <div className="request-section">
      <div className="section-head">
        <div className="section-facts">
          <h3 className="section-title">{title}</h3>
          {meta && <span className="section-meta">{meta}</span>}
          {touched.map((id) => (
            <AssumptionChip key={id} id={id} option={assumptions[id]} onPress={onAssumptions} />
          ))}
        </div>
        <div className="section-tools">{tools}</div>
      </div>
      {children}
    </div>
  );
}

interface AssumptionChipProps {
  readonly id: AssumptionId;
  readonly option: string;
  readonly onPress: () => void;
}

function AssumptionChip({ id, option, onPress }: AssumptionChipProps) {
  const entry = assumptionRegistry.find((assumption) => assumption.id === id);
  if (entry === undefined) return null;
  const chosen = entry.options.find((candidate) => candidate.id === option);
  const isDefault = entry.options[0].id === option;
  const tip = `Assumption (${entry.rule}, ${entry.standing}): ${entry.title} ${chosen?.title ?? option}.`;
  return (
    <button
      type="button"
      className={isDefault ? 'chip assumption-chip' : 'chip assumption-chip assumption-chip-changed'}
      data-tip={tip}
      onClick={onPress}
    >
      {entry.rule} assumed
    </button>
  );
}
