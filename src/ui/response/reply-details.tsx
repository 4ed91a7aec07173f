import { certificateOffer } from '../../app/certificates.ts';
import type { Upload } from '../../app/upload.ts';
import type { Verdict } from '../../core/response/verdict.ts';
import { CertificateOfferView } from './certificate-offer-view.tsx';
import { EarlierExchanges } from './earlier-exchanges.tsx';
import { ExchangeParts } from './exchange-parts.tsx';
import { ReasonList } from './reason-list.tsx';
import './reply-details.css';

interface ReplyDetailsProps {
  readonly upload: Upload;
  /** Null where there is none, as after a failure of the way. */
  readonly verdict: Verdict | null;
  /** The preview was changed since. */
  readonly hasChanged: boolean;
  readonly showSecrets: boolean;
  readonly onAccept: (server: string, fingerprint: string) => void;
}

/** Below the verdict: why, rule by rule; what left; the reply itself; and the way there and back. */
export function ReplyDetails({ upload, verdict, hasChanged, showSecrets, onAccept }: ReplyDetailsProps) {
  const { earlier, exchange, unanswered } = upload;
  const offer = certificateOffer(exchange);
  return (
    <>
      {offer && <CertificateOfferView offer={offer} at={exchange.sent.startedAt} onAccept={onAccept} />}
      {unanswered !== null && (
        <p className="detail-note">
          {unanswered} <span className="chip">HDR-6</span>
        </p>
      )}
      {verdict && <ReasonList reasons={verdict.reasons} />}
      {earlier.length > 0 && (
        <EarlierExchanges earlier={earlier} hasChanged={hasChanged} showSecrets={showSecrets} />
      )}
      <ExchangeParts
        exchange={exchange}
        verdict={verdict}
        preview={{ hasChanged, isAnswer: earlier.length > 0 }}
        showSecrets={showSecrets}
      />
    </>
  );
}
