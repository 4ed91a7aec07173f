import type { Exchange } from '../../app/exchange.ts';
import type { SentPreview } from '../../app/receipt-text.ts';
import type { Verdict } from '../../core/response/verdict.ts';
import { ReceiptView } from './receipt-view.tsx';
import { ReplyView } from './reply-view.tsx';
import { WayView } from './way-view.tsx';

interface ExchangePartsProps {
  readonly exchange: Exchange;
  readonly verdict: Verdict | null;
  readonly preview: SentPreview;
  readonly showSecrets: boolean;
}

/** One exchange as it went: what left, what came, and when. */
export function ExchangeParts({ exchange, verdict, preview, showSecrets }: ExchangePartsProps) {
  return (
    <>
      {exchange.headSent && <ReceiptView exchange={exchange} preview={preview} showSecrets={showSecrets} />}
      {exchange.reply && <ReplyView exchange={exchange} reply={exchange.reply} verdict={verdict} />}
      {(exchange.lookup ?? exchange.connected) && <WayView exchange={exchange} />}
    </>
  );
}
