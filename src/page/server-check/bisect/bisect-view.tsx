import { useState } from 'react';
import { useCheckState } from '../check-state.ts';
import { useSendable } from '../use-sendable.ts';
import { BisectForm, Side } from './bisect-form.tsx';

interface BisectViewProps {
  /** Name of the scenario that failed. */
  readonly failing: string;
  /** Those that passed, the plainest first. */
  readonly passing: readonly { readonly name: string; readonly title: string }[];
  readonly host: string;
}

/** What is it that matters between this scenario and one that passed? */
export function BisectView({ failing, passing, host }: BisectViewProps) {
  const sendable = useSendable();
  const { bisection } = useCheckState();
  const [chosen, choose] = useState(passing[0]?.name ?? '');
  const place = `scenario ${failing}`;
  return (
    <section
      className="grid gap-1.5 rounded-md border border-line bg-pane px-3 py-2 text-small"
      aria-label="What matters"
    >
      <p className="font-semibold">Find the difference that matters</p>
      {bisection?.place !== place && (
        <p className="text-muted">
          Sends mixtures of this request and of one that passed, until only what matters is left.
        </p>
      )}
      <BisectForm
        place={place}
        host={host}
        canStart={chosen !== ''}
        sides={async (signal) => {
          const asked = await sendable(signal);
          return asked && { kind: 'named', ...asked, passing: chosen, failing };
        }}
      >
        <Side label="Passed" value={chosen} onChoose={choose}>
          {passing.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </Side>
      </BisectForm>
    </section>
  );
}
