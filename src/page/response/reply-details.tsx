import { RuleChip } from '../components/rule-chip.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import type { Upload } from '../exchange/exchange.ts';
import { useUploads } from '../state/uploads-provider.tsx';
import { CertificateOfferView } from './certificate-offer-view.tsx';
import { certificateOffer } from './certificates.ts';
import { EarlierExchanges } from './earlier-exchanges.tsx';
import { ExchangeParts } from './exchange-parts.tsx';
import { ReasonList } from './reason-list.tsx';

/** Below the verdict: why, rule by rule; what was sent; the reply itself; and when each thing happened. */
export function ReplyDetails({ upload }: { readonly upload: Upload }) {
  const { outcome, hasChanged } = useUploads();
  const { earlier, exchange, unanswered } = upload;
  const verdict = outcome?.kind === 'read' ? outcome.reading.verdict : null;
  const offer = certificateOffer(exchange);
  return (
    <>
      {offer && <CertificateOfferView offer={offer} at={exchange.sent.startedAt} />}
      {unanswered !== null && (
        <p className="mx-4 mb-3 rounded-sm border border-l-3 border-line border-l-info px-3 py-1.75 text-small wrap-anywhere">
          <ExcerptText text={unanswered} /> <RuleChip rule="HDR-6" />
        </p>
      )}
      {verdict && <ReasonList reasons={verdict.reasons} />}
      {earlier.length > 0 && <EarlierExchanges earlier={earlier} hasChanged={hasChanged} />}
      <ExchangeParts
        exchange={exchange}
        outcome={outcome}
        preview={{ hasChanged, isAnswer: earlier.length > 0 }}
      />
    </>
  );
}
