import type { ReactNode } from 'react';
import { type AssumptionId, assumptionOf } from '../../core/assumptions.ts';
import { Chip } from '../components/chip.tsx';
import { SectionHead } from '../components/section.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';

interface RequestSectionProps {
  readonly title: string;
  readonly meta?: string;
  readonly assumptions: readonly AssumptionId[];
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the request, with the assumptions that affect it named right there. */
export function RequestSection(props: RequestSectionProps) {
  const { title, meta, assumptions, tools, children } = props;
  return (
    <div className="border-b border-line px-4 pt-2.5 pb-3 last:border-b-0">
      <SectionHead
        title={title}
        meta={meta}
        chips={assumptions.map((id) => <AssumptionChip key={id} id={id} />)}
        tools={tools}
      />
      {children}
    </div>
  );
}

export function AssumptionChip({ id }: { readonly id: AssumptionId }) {
  const { openAssumption } = useDisplay();
  const option = useRequest().inputs.assumptions[id];
  const entry = assumptionOf(id);
  const chosen = entry.options.find((candidate) => candidate.id === option);
  const isDefault = entry.options[0].id === option;
  const tip = `Assumption (${entry.rule}, ${entry.standing}): ${entry.title} ${chosen?.title ?? option}.`;
  return (
    <Chip tone={isDefault ? 'assumed' : 'warn'} tip={tip} onPress={() => openAssumption(id)}>
      {entry.label}: {isDefault ? 'assumed' : 'changed'}
    </Chip>
  );
}
