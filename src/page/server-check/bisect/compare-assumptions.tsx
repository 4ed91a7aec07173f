import { useState } from 'react';
import { asSetUp } from '../../../bisect/compared-requests.ts';
import { useRequest } from '../../state/request-provider.tsx';
import { useSendable } from '../use-sendable.ts';
import { type AssumptionSide, assumptionSides } from './assumption-sides.ts';
import { BisectForm, Side } from './bisect-form.tsx';
import { Comparison } from './comparison.tsx';

/** The request as it is set up, and under another assumption: what is it that matters to this server? */
export function CompareAssumptions() {
  const { built, inputs } = useRequest();
  const sides = assumptionSides(built.touched, inputs.assumptions);
  if (built.request === null || sides.length === 0) return null;
  return (
    <Comparison of="two assumptions">
      <Finder sides={sides} host={built.request.host} />
    </Comparison>
  );
}

interface FinderProps {
  /** At least one. */
  readonly sides: readonly AssumptionSide[];
  readonly host: string;
}

function Finder({ sides, host }: FinderProps) {
  const sendable = useSendable();
  const names = [asSetUp, ...sides.map(({ name }) => name)];
  const [chosenFrom, chooseFrom] = useState(asSetUp);
  const [chosenTo, chooseTo] = useState('');
  // What was chosen here may have become how it is set up.
  const from = names.includes(chosenFrom) ? chosenFrom : asSetUp;
  const to = names.includes(chosenTo) ? chosenTo : (names[1] ?? asSetUp);
  return (
    <BisectForm
      place="assumptions"
      host={host}
      note="with a small photo."
      canStart={from !== to}
      sides={async (signal) => {
        const asked = await sendable(signal);
        return asked && { kind: 'named', ...asked, passing: from, failing: to };
      }}
    >
      <Side label="Passes" value={from} onChoose={chooseFrom}>
        <Options sides={sides} />
      </Side>
      <Side label="Fails" value={to} onChoose={chooseTo}>
        <Options sides={sides} />
      </Side>
    </BisectForm>
  );
}

function Options({ sides }: Pick<FinderProps, 'sides'>) {
  return (
    <>
      <option value={asSetUp}>As it is set up</option>
      {sides.map(({ name, title }) => (
        <option key={name} value={name}>
          {title}
        </option>
      ))}
    </>
  );
}
