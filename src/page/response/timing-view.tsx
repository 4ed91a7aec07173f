import type { Exchange } from '../exchange/exchange.ts';
import { CertificateChain } from './certificate-chain.tsx';
import { TimelineView } from './timeline-view.tsx';
import './facts.css';
import './timing-view.css';

/** The way there and back: whom it spoke to, and when each thing happened. */
export function TimingView({ exchange }: { readonly exchange: Exchange }) {
  const { lookup, connected, tls, sent } = exchange;
  return (
    <div className="way">
      <h3 className="section-title">On the way</h3>
      <dl className="facts">
        {lookup && lookup.addresses[0] !== lookup.host && (
          <>
            <dt>Addresses</dt>
            <dd>
              {lookup.host} is <span className="code">{lookup.addresses.slice(0, 20).join(', ')}</span>
            </dd>
          </>
        )}
        {connected && (
          <>
            <dt>Connected to</dt>
            <dd className="code">{`${connected.address} port ${connected.port}`}</dd>
          </>
        )}
        {tls && (
          <>
            <dt>TLS</dt>
            <dd>
              {tls.version}, {tls.cipher}
            </dd>
          </>
        )}
      </dl>
      {tls && <CertificateChain tls={tls} at={sent.startedAt} />}
      <TimelineView exchange={exchange} />
    </div>
  );
}
