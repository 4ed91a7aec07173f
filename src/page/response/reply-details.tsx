import type { ReadOutcome } from '../exchange/reply-source.ts';
import type { Upload } from '../exchange/run-upload.ts';
import { CertificateOfferView } from './certificate-offer-view.tsx';
import { certificateOffer } from './certificates.ts';
import { EarlierExchanges } from './earlier-exchanges.tsx';
import { ExcerptText } from './excerpt-text.tsx';
import { ExchangeParts } from './exchange-parts.tsx';
import { ReasonList } from './reason-list.tsx';
import './reply-details.css';

interface ReplyDetailsProps {
  readonly upload: Upload;
  /** What came of reading the last reply; null while it is being read, and where there is none. */
  readonly outcome: ReadOutcome | null;
  /** The preview was changed since. */
  readonly hasChanged: boolean;
  readonly showSecrets: boolean;
  readonly onAccept: (server: string, fingerprint: string) => void;
}

/** Below the verdict: why, rule by rule; what left; the reply itself; and the way there and back. */
export function ReplyDetails({ upload, outcome, hasChanged, showSecrets, onAccept }: ReplyDetailsProps) {
  const { earlier, exchange, unanswered } = upload;
  const verdict = outcome?.kind === 'read' ? outcome.reading.verdict : null;
  const offer = certificateOffer(exchange);
  return (
    <>
      {offer && <CertificateOfferView offer={offer} at={exchange.sent.startedAt} onAccept={onAccept} />}
      {unanswered !== null && (
        <p className="detail-note">
          <ExcerptText text={unanswered} /> <span className="chip">HDR-6</span>
        </p>
      )}
      {verdict && <ReasonList reasons={verdict.reasons} />}
      {earlier.length > 0 && (
        <EarlierExchanges earlier={earlier} hasChanged={hasChanged} showSecrets={showSecrets} />
      )}
      <ExchangeParts
        exchange={exchange}
        outcome={outcome}
        preview={{ hasChanged, isAnswer: earlier.length > 0 }}
        showSecrets={showSecrets}
      />
    </>
  );
}
