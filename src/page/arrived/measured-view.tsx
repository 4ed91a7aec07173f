import { useMemo } from 'react';
import { Fact, Facts } from '../components/facts.tsx';
import { plural } from '../components/format.ts';
import { Meta } from '../components/section.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { measuredGroups } from './measured-servers.ts';

/** What servers that don't run here made of requests with the features of this one. */
export function MeasuredView() {
  const { built } = useRequest();
  const groups = useMemo(() => measuredGroups(built), [built]);
  const count = groups.reduce((sum, { servers }) => sum + servers.length, 0);
  return (
    <div>
      <p className="text-small text-muted">
        {count} more servers don’t run here. Measured before, with a request of the same features:
      </p>
      <Facts>
        {groups.map(({ outcome, meaning, servers, because }) => (
          <Fact
            key={outcome}
            name={
              <span className={outcome === '·' ? 'text-good' : 'text-bad'}>
                {plural(servers.length, 'server')}: {meaning}
              </span>
            }
          >
            {servers.join(', ')}
            {because.length > 0 && <Meta> ({because.join('; ')})</Meta>}
          </Fact>
        ))}
      </Facts>
    </div>
  );
}
