import { useEffect, useState } from 'react';
import { formatPercent, formatSize } from '../../components/format.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { type Progress, progressOf } from './progress-of.ts';
import { formatRate, formatTimeLeft, rateOf, type Sample, withSample } from './transfer-rate.ts';
import { useSecondsSince } from './use-seconds-since.ts';

/** While an upload is under way: a bar over the width, and the figures that a screen reader asks it for. */
export function SendProgress({ exchange }: { readonly exchange: Exchange }) {
  const progress = progressOf(exchange);
  const seconds = useSecondsSince(progress.phase);
  const rate = useRate(progress.done, seconds);
  const isWaiting = progress.phase === 'waiting';
  const { timeoutSeconds } = exchange.sent.plan;
  const [value, most] = isWaiting
    ? [Math.min(seconds, timeoutSeconds), timeoutSeconds]
    : [progress.done, progress.total];
  const texts = textsOf(progress, { seconds, rate, timeoutSeconds, received: exchange.reply?.received ?? 0 });
  return (
    <div className="basis-full">
      <div
        className="h-2 overflow-hidden rounded-sm bg-track forced:border"
        role="progressbar"
        aria-label={isWaiting ? 'Waiting for the response' : 'Bytes of the body sent'}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={value}
        aria-valuetext={texts.join(', ')}
      >
        <span
          className={`block h-full transition-[width] ease-linear forced:bg-[Highlight] forced:forced-color-adjust-none ${isWaiting ? waiting : 'bg-accent'}`}
          style={{ width: `${most === 0 ? 100 : (value / most) * 100}%` }}
        />
      </div>
      <p
        className="mt-1.5 flex flex-wrap justify-between gap-x-3 text-small text-muted tabular-nums"
        aria-hidden
      >
        {(isWaiting ? [`${formatSize(progress.total)} sent`] : texts).map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
    </div>
  );
}

const waiting =
  'bg-[repeating-linear-gradient(135deg,var(--color-info)_0_4px,transparent_4px_8px)] duration-1000';

interface Figures {
  readonly seconds: number;
  readonly rate: number | null;
  readonly timeoutSeconds: number;
  readonly received: number;
}

function textsOf({ phase, done, total }: Progress, figures: Figures): readonly string[] {
  const { seconds, rate, timeoutSeconds, received } = figures;
  switch (phase) {
    case 'preparing':
      return [formatSize(total)];
    case 'sending': {
      // All may have left the page and not the computer that sends.
      const shown = Math.min(done, Math.max(0, total - 1));
      const size = `${formatSize(done)} of ${formatSize(total)} · ${formatPercent(shown, total)}`;
      if (rate === null || rate <= 0) return [size];
      const left = done < total ? ` · ${formatTimeLeft(total - done, rate)}` : '';
      return [size, `${formatRate(rate)}${left}`];
    }
    case 'waiting':
      return [`${seconds} s of ${timeoutSeconds} s`];
    case 'receiving':
      return [`${formatSize(received)} so far`];
  }
}

/** `tick` turns every second, so that a rate falls where nothing goes on. */
function useRate(done: number, tick: number): number | null {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const [now, setNow] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a tick is a look at the clock
  useEffect(() => {
    const at = performance.now();
    setSamples((known) => (known.at(-1)?.bytes === done ? known : withSample(known, { at, bytes: done })));
    setNow(at);
  }, [done, tick]);
  return rateOf(samples, now);
}
