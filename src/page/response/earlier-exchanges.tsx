import { useState } from 'react';
import type { LoginScheme } from '../../core/request/answer-challenge.ts';
import { RuleChip } from '../components/rule-chip.tsx';
import type { EarlierExchange } from '../exchange/run-upload.ts';
import { useReplyReading } from '../state/use-verdict.ts';
import { ExcerptText } from './excerpt-text.tsx';
import { ExchangeParts, type ExchangePartsProps } from './exchange-parts.tsx';
import type { SentPreview } from './receipt-text.ts';

interface EarlierExchangesProps {
  readonly earlier: readonly EarlierExchange[];
  /** The preview was changed since. */
  readonly hasChanged: boolean;
}

/** The exchanges before the one that was judged: the first without credentials (HDR-6). */
export function EarlierExchanges({ earlier, hasChanged }: EarlierExchangesProps) {
  return (
    <section className="earlier" aria-label="Earlier exchanges">
      <h3 className="section-title">
        Login: {earlier.length + 1} exchanges <RuleChip rule="HDR-6" />
      </h3>
      {earlier.map((one, index) => (
        <Earlier
          // biome-ignore lint/suspicious/noArrayIndexKey: an exchange is its number
          key={index}
          number={index + 1}
          one={one}
          preview={{ hasChanged, isAnswer: index > 0 }}
        />
      ))}
      <p className="earlier-text">
        The last exchange is the one below, and the verdict is on it.{' '}
        {standingOf[earlier.at(-1)?.scheme ?? 'Digest']} that the first request goes without it is inferred,
        that the answer stands last among the headers is our choice.
      </p>
    </section>
  );
}

/** What is known of the way of answering, as the beginning of a sentence. */
const standingOf: Readonly<Record<LoginScheme, string>> = {
  Digest: 'Digest is documented for the client’s web services in general;',
  Basic: 'Basic is documented for a sister service only, so that the app answers it here is an assumption;',
};

interface EarlierProps {
  readonly number: number;
  readonly one: EarlierExchange;
  readonly preview: SentPreview;
}

/** Drawn, and its body compared, when somebody looks. */
function Earlier({ number, one, preview }: EarlierProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { exchange, text } = one;
  return (
    <>
      <details className="earlier-one" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          Exchange {number}: {number === 1 ? 'without credentials' : 'with an answer'},{' '}
          {exchange.reply?.status} <ExcerptText text={exchange.reply?.statusText ?? ''} />
        </summary>
        {isOpen && (
          <div className="earlier-parts">
            <EarlierParts exchange={exchange} preview={preview} />
          </div>
        )}
      </details>
      <p className="earlier-text">
        <ExcerptText text={text} />
      </p>
    </>
  );
}

function EarlierParts({ exchange, ...rest }: Omit<ExchangePartsProps, 'outcome'>) {
  return <ExchangeParts exchange={exchange} outcome={useReplyReading(exchange, null)} {...rest} />;
}
