import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { demoScenarios } from '../../demo/scenarios.ts';
import { Field } from '../components/field.tsx';
import { Kbd } from '../components/kbd.tsx';
import { FilterList } from '../components/popup/filter-list.tsx';
import { Popover } from '../components/popup/popover.tsx';
import { useDocument } from '../state/document-provider.tsx';
import { type Asked, ask } from './asked.ts';
import { stateOf } from './demo-choices.ts';
import { choiceGroups, filterGroups, nextChoice } from './server-choices.ts';
import { type DemoServer, useDemoServer } from './use-demo-server.ts';

interface DemoServerPickerProps {
  readonly asked: Asked;
  /** The button that opens the list. */
  readonly button: RefObject<HTMLButtonElement | null>;
  /** Gets what says how a scenario behaves, by its name. */
  readonly onReady: (stateOfScenario: (name: string) => string) => void;
}

export function DemoServerPicker({ asked, button, onReady }: DemoServerPickerProps) {
  const server = useDemoServer();
  const { notify } = useDocument();
  useEffect(() => onReady(stateOfScenario), [onReady]);
  useEffect(() => {
    if (asked === null || asked.kind === 'list') return;
    ask(null);
    const refusal = server.lead(asked.kind === 'next' ? nextChoice(server.current) : asked.id);
    if (refusal !== null) notify({ text: leftAlone(refusal) });
  });
  if (asked?.kind !== 'list') return null;
  return <DemoServerList server={server} button={button} onClose={() => ask(null)} />;
}

interface DemoServerListProps {
  readonly server: DemoServer;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

function DemoServerList({ server, button, onClose }: DemoServerListProps) {
  const { leading, current, lead, sendsAtOnce, setSendsAtOnce } = server;
  const field = useRef<HTMLInputElement>(null);
  const [filter, setFilter] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  // As it is when it opens: what is chosen closes it.
  const [groups] = useState(() => choiceGroups(leading));
  const shown = useMemo(() => filterGroups(groups, filter), [groups, filter]);
  const choose = (id: string) => {
    const why = lead(id);
    setRefusal(why);
    if (why === null) onClose();
  };
  return (
    <Popover label={title} button={button} first={field} onClose={onClose}>
      <FilterList
        label={title}
        groups={shown}
        current={current}
        filter={filter}
        onFilter={setFilter}
        onChoose={({ id }) => choose(id)}
        noun="behaviour"
        field={(props) => (
          <Field ref={field} size="normal" aria-label={`Filter: ${title}`} placeholder="Filter" {...props} />
        )}
      />
      <p className="px-2.5 text-small text-bad empty:hidden" role="alert">
        {refusal && leftAlone(refusal)}
      </p>
      <div className="flex flex-wrap items-center gap-x-3 border-t border-line px-2.5 pt-1.5 text-small text-muted">
        <label className="flex min-h-6 flex-1 items-center gap-1.5 text-text">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={sendsAtOnce}
            onChange={({ target }) => setSendsAtOnce(target.checked)}
          />
          Send at once
        </label>
        <span className="max-medium:hidden [@media(hover:none)]:hidden">
          <Kbd>F9</Kbd> goes to the next
        </span>
      </div>
    </Popover>
  );
}

const title = 'Behaviour of the demo server';

function stateOfScenario(name: string): string {
  const scenario = demoScenarios.find((one) => one.name === name);
  return scenario ? stateOf(scenario.title) : `no scenario “${name}”`;
}

function leftAlone(refusal: string): string {
  return `The Account XML was left as it is: ${refusal}`;
}
