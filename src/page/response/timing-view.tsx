import { Disclosure } from '../components/disclosure.tsx';
import { Fact, Facts } from '../components/facts.tsx';
import type { Exchange } from '../exchange/exchange.ts';
import { CertificateChain } from './certificate-chain.tsx';
import { TimelineView } from './timeline-view.tsx';
import { TimingBar } from './timing-bar.tsx';

/** Where the time went; folded, whom the sender spoke to, and when each thing happened. */
export function TimingView({ exchange }: { readonly exchange: Exchange }) {
  const { lookup, connected, tls, sent } = exchange;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, and this is none
    <div
      className="grid grid-cols-1 gap-1.5 border-t border-line px-4 pt-2.25 pb-2.5"
      role="group"
      aria-label="Timing"
    >
      <TimingBar exchange={exchange} />
      <Disclosure summary={`Events, addresses${tls ? ', certificates' : ''}`}>
        <div className="grid grid-cols-1 gap-1.5 pt-1">
          <Facts>
            {lookup && lookup.addresses[0] !== lookup.host && (
              <Fact name="Addresses">
                {lookup.host} is <span className="code">{lookup.addresses.slice(0, 20).join(', ')}</span>
              </Fact>
            )}
            {connected && (
              <Fact name="Connected to" isCode>
                {`${connected.address} port ${connected.port}`}
              </Fact>
            )}
            {tls && (
              <Fact name="TLS">
                {tls.version}, {tls.cipher}
              </Fact>
            )}
          </Facts>
          {tls && <CertificateChain tls={tls} at={sent.startedAt} />}
          <TimelineView exchange={exchange} />
        </div>
      </Disclosure>
    </div>
  );
}
