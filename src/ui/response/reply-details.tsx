import type { Exchange } from '../../app/exchange.ts';
import type { Verdict } from '../../core/response/verdict.ts';
import { ReasonList } from './reason-list.tsx';
import { ReplyView } from './reply-view.tsx';
import { WayView } from './way-view.tsx';

interface ReplyDetailsProps {
  readonly exchange: Exchange;
  /** Null where there is none, as after a failure of the way. */
  readonly verdict: Verdict | null;
}

/** Below the verdict: why, rule by rule; the reply itself; and the way there and back. */
export function ReplyDetails({ exchange, verdict }: ReplyDetailsProps) {
  return (
    <>
      {verdict && <ReasonList reasons={verdict.reasons} />}
      {exchange.reply && <ReplyView reply={exchange.reply} end={exchange.end} verdict={verdict} />}
      {exchange.connected && <WayView exchange={exchange} />}
    </>
  );
}
