import { Fragment } from 'react';
import { CopyButton } from '../components/copy-button.tsx';
import { plural } from '../components/format.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { type CertificateFacts, formatDate, validityOf } from './certificates.ts';
import { ExcerptText } from './excerpt-text.tsx';
import './facts.css';
import './certificate-chain.css';

interface CertificateChainProps {
  readonly tls: NonNullable<Exchange['tls']>;
  /** Milliseconds since the epoch: what "expires in" counts from. */
  readonly at: number;
}

/** The server's certificate in a line; the whole chain when it is opened. */
export function CertificateChain({ tls, at }: CertificateChainProps) {
  const [own] = tls.chain;
  if (own === undefined) return null;
  const { text, tone } = validityOf(own, at);
  return (
    <details className="more certificate-more">
      <summary>
        Certificate of <ExcerptText text={titleOf(own)} />,{' '}
        <span className={`certificate-${tone}`}>{text}</span>
        {tls.problem && <span className="certificate-bad">, not trusted</span>}
      </summary>
      <CertificateList chain={tls.chain} at={at} />
    </details>
  );
}

/** A server may send hundreds; an honest one sends three. */
const maxCertificates = 10;

export function CertificateList(props: { readonly chain: readonly CertificateFacts[]; readonly at: number }) {
  const hidden = props.chain.length - maxCertificates;
  return (
    <ol className="certificates">
      {props.chain.slice(0, maxCertificates).map((facts, index) => (
        <li key={facts.fingerprint} className="certificate">
          <Certificate facts={facts} place={index} at={props.at} />
        </li>
      ))}
      {hidden > 0 && <li className="certificate">{plural(hidden, 'more certificate')} not shown</li>}
    </ol>
  );
}

function Certificate(props: {
  readonly facts: CertificateFacts;
  readonly place: number;
  readonly at: number;
}) {
  const { facts, place, at } = props;
  const { text, tone } = validityOf(facts, at);
  return (
    <>
      <p className="certificate-title">
        {place === 0 ? 'The server’s own' : 'Vouches for the one above'}:{' '}
        <ExcerptText text={titleOf(facts)} />
      </p>
      <dl className="facts">
        {place === 0 && (
          <>
            <dt>For</dt>
            <dd className="code">
              <ExcerptText text={facts.names.length > 0 ? facts.names.join(', ') : 'no names'} />
            </dd>
          </>
        )}
        <dt>Issued by</dt>
        <dd>
          <ExcerptText text={facts.issuer || 'not named'} />
        </dd>
        <dt>Valid</dt>
        <dd>
          {formatDate(facts.validFrom)} to {formatDate(facts.validTo)},{' '}
          <span className={`certificate-${tone}`}>{text}</span>
        </dd>
        <dt>SHA-256</dt>
        <dd className="facts-hash">
          <span className="code">
            {facts.fingerprint.split(':').map((pair, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a pair is its place
              <Fragment key={index}>
                {index > 0 && ':'}
                <wbr />
                {pair}
              </Fragment>
            ))}
          </span>
          <CopyButton label="Copy fingerprint" text={() => facts.fingerprint} />
        </dd>
      </dl>
    </>
  );
}

function titleOf({ subject, names }: CertificateFacts): string {
  return subject || names[0] || 'no name';
}
