import { Fragment } from 'react';
import { Disclosure } from '../components/disclosure.tsx';
import { Fact, Facts, HashFact } from '../components/facts.tsx';
import { plural } from '../components/format.ts';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import type { Exchange } from '../exchange/exchange.ts';
import { type CertificateFacts, formatDate, type Validity, validityOf } from './certificates.ts';

interface CertificateChainProps {
  readonly tls: NonNullable<Exchange['tls']>;
  /** Milliseconds since the epoch: what "expires in" counts from. */
  readonly at: number;
}

/** The server's certificate in a line; the whole chain when it is opened. */
export function CertificateChain({ tls, at }: CertificateChainProps) {
  const [own] = tls.chain;
  if (own === undefined) return null;
  return (
    <Disclosure
      summary={
        <>
          Certificate of <ExcerptText text={titleOf(own)} />, <ValidityText facts={own} at={at} />
          {tls.problem && <span className="text-bad">, not trusted</span>}
        </>
      }
    >
      <CertificateList chain={tls.chain} at={at} />
    </Disclosure>
  );
}

/** A server may send hundreds; an honest one sends three. */
const maxCertificates = 10;

const box = 'grid grid-cols-1 gap-1 rounded-md border border-line bg-pane px-2.5 py-1.75';

export function CertificateList(props: { readonly chain: readonly CertificateFacts[]; readonly at: number }) {
  const hidden = props.chain.length - maxCertificates;
  return (
    <ol className="mt-1 grid gap-2">
      {props.chain.slice(0, maxCertificates).map((facts, index) => (
        <li key={facts.fingerprint} className={box}>
          <Certificate facts={facts} place={index} at={props.at} />
        </li>
      ))}
      {hidden > 0 && <li className={box}>{plural(hidden, 'more certificate')} not shown</li>}
    </ol>
  );
}

function Certificate(props: {
  readonly facts: CertificateFacts;
  readonly place: number;
  readonly at: number;
}) {
  const { facts, place, at } = props;
  return (
    <>
      <p className="text-small font-semibold wrap-anywhere">
        {place === 0 ? 'The server’s own' : 'Signs the one above'}: <ExcerptText text={titleOf(facts)} />
      </p>
      <Facts>
        {place === 0 && (
          <Fact name="For" isCode>
            <ExcerptText text={facts.names.length > 0 ? facts.names.join(', ') : 'no names'} />
          </Fact>
        )}
        <Fact name="Issued by">
          <ExcerptText text={facts.issuer || 'not named'} />
        </Fact>
        <Fact name="Valid">
          {formatDate(facts.validFrom)} to {formatDate(facts.validTo)}, <ValidityText facts={facts} at={at} />
        </Fact>
        <HashFact name="SHA-256" copyLabel="Copy fingerprint" hash={facts.fingerprint}>
          {facts.fingerprint.split(':').map((pair, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a pair is its place
            <Fragment key={index}>
              {index > 0 && ':'}
              <wbr />
              {pair}
            </Fragment>
          ))}
        </HashFact>
      </Facts>
    </>
  );
}

const tones = { good: 'text-good', soon: 'text-warn', bad: 'text-bad' } satisfies Record<
  Validity['tone'],
  string
>;

function ValidityText(props: { readonly facts: CertificateFacts; readonly at: number }) {
  const { text, tone } = validityOf(props.facts, props.at);
  return <span className={tones[tone]}>{text}</span>;
}

function titleOf({ subject, names }: CertificateFacts): string {
  return subject || names[0] || 'no name';
}
