import { type ReactNode, Suspense } from 'react';
import { LoadErrorBoundary } from '../components/error-boundary.tsx';
import { RuleChip } from '../components/rule-chip.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import type { Upload } from '../exchange/exchange.ts';
import { sortReasons } from '../state/outcome/deciding-reason.ts';
import { useUploads } from '../state/uploads-provider.tsx';
import { CertificateOfferView } from './certificate-offer-view.tsx';
import { certificateOffer } from './certificates.ts';
import { dimmed } from './dimmed.ts';
import { EarlierExchanges } from './earlier-exchanges.tsx';
import { ExchangeParts } from './exchange-parts.tsx';
import { ReasonList } from './reason-list.tsx';

interface ReplyDetailsProps {
  readonly upload: Upload;
  /** What the server received. */
  readonly arrived: ReactNode;
}

/** Below the verdict: the other reasons; what was sent, when, and how it arrived; the reply itself. */
export function ReplyDetails({ upload, arrived }: ReplyDetailsProps) {
  const { outcome, hasChanged } = useUploads();
  const { earlier, exchange, unanswered } = upload;
  const verdict = outcome?.kind === 'read' ? outcome.reading.verdict : null;
  const offer = certificateOffer(exchange);
  return (
    <div className={hasChanged ? dimmed : undefined}>
      {offer && <CertificateOfferView offer={offer} at={exchange.sent.startedAt} />}
      {unanswered !== null && (
        <p className="mx-4 mb-3 rounded-sm border border-l-3 border-line border-l-info px-3 py-1.75 text-small wrap-anywhere">
          <ExcerptText text={unanswered} /> <RuleChip rule="HDR-6" />
        </p>
      )}
      <div className="presenting:hidden">
        {verdict && <ReasonList reasons={sortReasons(verdict).others} />}
        <ExchangeParts
          exchange={exchange}
          outcome={outcome}
          preview={{ hasChanged, isAnswer: earlier.length > 0 }}
          arrived={
            <LoadErrorBoundary>
              <Suspense fallback={null}>{arrived}</Suspense>
            </LoadErrorBoundary>
          }
        />
        {earlier.length > 0 && <EarlierExchanges earlier={earlier} hasChanged={hasChanged} />}
      </div>
    </div>
  );
}
