import type { ReactNode } from 'react';
import type { Exchange } from '../exchange/exchange.ts';
import type { ReadOutcome } from '../exchange/reply-source.ts';
import type { SentPreview } from './receipt-text.ts';
import { ReceiptView } from './receipt-view.tsx';
import { ReplyView } from './reply-view.tsx';
import { TimingView } from './timing-view.tsx';

export interface ExchangePartsProps {
  readonly exchange: Exchange;
  /** Of reading the reply; null while it is being read. */
  readonly outcome: ReadOutcome | null;
  readonly preview: SentPreview;
  /** What the server received, before what it answered. */
  readonly arrived?: ReactNode;
}

/** One exchange: what was sent, when, and what came back. */
export function ExchangeParts({ exchange, outcome, preview, arrived }: ExchangePartsProps) {
  return (
    <>
      {exchange.headSent && <ReceiptView exchange={exchange} preview={preview} />}
      {(exchange.lookup ?? exchange.connected) && <TimingView exchange={exchange} />}
      {arrived}
      {exchange.reply && <ReplyView exchange={exchange} reply={exchange.reply} outcome={outcome} />}
    </>
  );
}
