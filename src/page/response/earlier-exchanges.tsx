import type { ReactNode } from 'react';
import type { LoginScheme } from '../../core/request/answer-challenge.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { RuleChip } from '../components/rule-chip.tsx';
import { SectionTitle } from '../components/section.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import type { EarlierExchange } from '../exchange/exchange.ts';
import { useReplyReading } from '../state/use-verdict.ts';
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
    <section
      className="grid grid-cols-1 gap-1 border-t border-line px-4 pt-2 pb-2.5"
      aria-label="Earlier exchanges"
    >
      <SectionTitle>
        Login: {earlier.length + 1} exchanges <RuleChip rule="HDR-6" />
      </SectionTitle>
      {earlier.map((one, index) => (
        <Earlier
          // biome-ignore lint/suspicious/noArrayIndexKey: an exchange is its number
          key={index}
          number={index + 1}
          one={one}
          preview={{ hasChanged, isAnswer: index > 0 }}
        />
      ))}
      <Note>
        The last exchange is the one above, and the verdict is on it.{' '}
        {standingOf[earlier.at(-1)?.scheme ?? 'Digest']} that the first request goes without it is inferred,
        that the answer comes last among the headers is our choice.
      </Note>
    </section>
  );
}

/** What is known of this way of answering, as the beginning of a sentence. */
const standingOf: Readonly<Record<LoginScheme, string>> = {
  Digest: 'Digest is documented for the app’s web services in general;',
  Basic: 'Basic is documented for a sister service only, so that the app answers it here is an assumption;',
};

function Note({ children }: { readonly children: ReactNode }) {
  return <p className="pl-4.25 text-small text-muted wrap-anywhere">{children}</p>;
}

interface EarlierProps {
  readonly number: number;
  readonly one: EarlierExchange;
  readonly preview: SentPreview;
}

/** Drawn, and its body compared, when somebody looks. */
function Earlier({ number, one, preview }: EarlierProps) {
  const { exchange, text } = one;
  return (
    <div>
      <Disclosure
        isLazy
        summary={
          <>
            Exchange {number}: {number === 1 ? 'without credentials' : 'with an answer'},{' '}
            {exchange.reply?.status} <ExcerptText text={exchange.reply?.statusText ?? ''} />
          </>
        }
      >
        {/* The parts inside bring their own padding. */}
        <div className="mt-1.5 -mr-4 border-l-2 border-line">
          <EarlierParts exchange={exchange} preview={preview} />
        </div>
      </Disclosure>
      <Note>
        <ExcerptText text={text} />
      </Note>
    </div>
  );
}

function EarlierParts({ exchange, ...rest }: Omit<ExchangePartsProps, 'outcome' | 'arrived'>) {
  return <ExchangeParts exchange={exchange} outcome={useReplyReading(exchange, null)} {...rest} />;
}
