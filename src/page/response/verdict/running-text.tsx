import { useState } from 'react';
import type { Upload } from '../../exchange/exchange.ts';
import { OutcomeTitle } from './outcome-lines.tsx';
import { progressOf } from './progress-of.ts';
import { useSecondsSince } from './use-seconds-since.ts';

/** What is under way. It is spoken, so it turns seldom: whoever wants figures asks the progress bar. */
export function RunningText({ upload: { exchange, earlier } }: { readonly upload: Upload }) {
  const { phase, done, total } = progressOf(exchange);
  const seconds = useSecondsSince(phase);
  const sent = useLastSaid(phase === 'sending' ? quarter(done, total) : '');
  const again = earlier.length > 0 ? ' again, with the answer to the server’s login challenge' : '';
  switch (phase) {
    case 'preparing':
    case 'sending':
      return (
        <OutcomeTitle tone="quiet">
          Sending{again}… <span className="unseen">{sent}</span>
        </OutcomeTitle>
      );
    case 'waiting':
      return (
        <OutcomeTitle tone="quiet">
          Waiting for the response
          <span className="font-normal text-muted tabular-nums" aria-hidden>
            , {seconds} s of {exchange.sent.plan.timeoutSeconds} s
          </span>
        </OutcomeTitle>
      );
    case 'receiving':
      return <OutcomeTitle tone="quiet">Reading the reply…</OutcomeTitle>;
  }
}

/** Stays when there is nothing new to say: a text that goes would be read without it once more. */
function useLastSaid(text: string): string {
  const [last, setLast] = useState(text);
  if (text !== '' && text !== last) setLast(text);
  return last;
}

/** Three times in a long upload, and not at all in one that is over at once. */
function quarter(done: number, total: number): string {
  const quarters = Math.floor((done / total) * 4);
  return quarters >= 1 && quarters <= 3 ? `${quarters * 25} % sent` : '';
}
