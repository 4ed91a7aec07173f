import type { Exchange } from '../../app/exchange.ts';
import type { SentPreview } from '../../app/receipt-text.ts';
import type { ReadOutcome } from '../../app/reply-source.ts';
import { ReceiptView } from './receipt-view.tsx';
import { ReplyView } from './reply-view.tsx';
import { WayView } from './way-view.tsx';

export interface ExchangePartsProps {
  readonly exchange: Exchange;
  /** What came of reading the reply; null while it is being read. */
  readonly outcome: ReadOutcome | null;
  readonly preview: SentPreview;
  readonly showSecrets: boolean;
}

/** One exchange as it went: what left, what came, and when. */
export function ExchangeParts({ exchange, outcome, preview, showSecrets }: ExchangePartsProps) {
  return (
    <>
      {exchange.headSent && <ReceiptView exchange={exchange} preview={preview} showSecrets={showSecrets} />}
      {exchange.reply && <ReplyView exchange={exchange} reply={exchange.reply} outcome={outcome} />}
      {(exchange.lookup ?? exchange.connected) && <WayView exchange={exchange} />}
    </>
  );
}
