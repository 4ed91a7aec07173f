import type { AssumptionId } from '../../core/assumptions.ts';
import { Chip } from '../components/chip.tsx';
import { useDisplay } from '../state/display-provider.tsx';

/** After a reason that rests on an assumption: leads to it. */
export function AssumedChip({ id }: { readonly id: AssumptionId }) {
  const { openAssumption } = useDisplay();
  return (
    <Chip tone="assumed" tip="Show this assumption" onPress={() => openAssumption(id)}>
      assumed
    </Chip>
  );
}
