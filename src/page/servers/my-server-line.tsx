import { useId, useMemo } from 'react';
import { measuredServers, type OutcomeSign, serverTitle } from '../../language/server-table.ts';
import { readingBy } from '../../language/servers/server-reading.ts';
import { Select } from '../components/field.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { useMyServer } from '../state/my-server.ts';
import { useRequest } from '../state/request-provider.tsx';

const tones = { '✓': 'text-good', '!': 'text-warn', '✗': 'text-bad' } satisfies Record<OutcomeSign, string>;

const inOrder = measuredServers.toSorted((a, b) => serverTitle(a).localeCompare(serverTitle(b)));

/** One line under the request: what the person's own kind of server makes of it, as measured. */
export function MyServerLine() {
  const [id, choose] = useMyServer();
  const { openDialog } = useDisplay();
  const { built } = useRequest();
  const labelId = useId();
  const reading = useMemo(() => readingBy(id, built), [id, built]);
  const version = measuredServers.find((server) => server.id === id)?.version;
  return (
    <>
      <label className="flex-none text-muted" htmlFor={labelId}>
        My server is
      </label>
      <span className="max-w-50 min-w-28 shrink [&>select]:field-sizing-content">
        <Select id={labelId} value={id} onChange={({ target }) => choose(target.value)}>
          <option value="">Choose…</option>
          {inOrder.map((server) => (
            <option key={server.id} value={server.id}>
              {serverTitle(server)}
            </option>
          ))}
        </Select>
      </span>
      {reading && (
        <p
          className="min-w-0 flex-1 truncate"
          data-tip={`Measured with version ${version}: ${reading.rows.join('; ')}`}
        >
          <b className={`font-semibold ${tones[reading.sign]}`}>
            <span aria-hidden>{reading.sign}</span> It {reading.text}
          </b>
          <span className="text-muted">: {reading.rows.join('; ')}</span>
        </p>
      )}
      <span className="ml-auto flex-none">
        <LinkButton aria-haspopup="dialog" onClick={() => openDialog('servers')}>
          All {measuredServers.length}
        </LinkButton>
      </span>
    </>
  );
}
