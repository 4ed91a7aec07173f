import Check from 'lucide-react/icons/check';
import Hourglass from 'lucide-react/icons/hourglass';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useMemo } from 'react';
import { CopyButton } from '../components/copy-button.tsx';
import type { Exchange } from '../exchange/exchange.ts';
import { useDisplay } from '../state/display-provider.tsx';
import { DifferenceView } from './difference-view.tsx';
import {
  comparisonOf,
  extractsOf,
  type SentPreview,
  type Told,
  tellBody,
  tellHead,
  tellSent,
} from './receipt-text.ts';
import { useBodyCheck } from './use-body-check.ts';
import { holdsSecrets, writtenHead } from './written-head.ts';
import { WrittenHeadView } from './written-head-view.tsx';
import './facts.css';
import './receipt-view.css';

interface ReceiptViewProps {
  readonly exchange: Exchange;
  readonly preview: SentPreview;
}

/** What left through the socket, counted and hashed there, against what the preview showed. */
export function ReceiptView({ exchange, preview }: ReceiptViewProps) {
  const { showSecrets } = useDisplay();
  const { plan } = exchange.sent;
  const head = useMemo(() => writtenHead(exchange), [exchange]);
  const check = useBodyCheck(exchange);
  const body = comparisonOf(check);
  if (head === null) return null;
  const headExtracts = extractsOf(head.comparison);
  const bodyExtracts = body && extractsOf(body);
  const isShown = (part: 'head' | 'body') => showSecrets || !holdsSecrets(plan, part);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, and this is none
    <div className="receipt" role="group" aria-label="Receipt">
      <SentLine told={tellSent(exchange, head, check, preview)} />
      <dl className="facts">
        <dt>Head</dt>
        <dd>{tellHead(head, preview).text}</dd>
        <dt>Body</dt>
        <dd>{tellBody(exchange, check, preview).text}</dd>
        {exchange.receipt && (
          <>
            <dt>SHA-256</dt>
            <dd className="facts-hash">
              <span className="code">{exchange.receipt.sha256}</span>
              <CopyButton label="Copy SHA-256" text={() => exchange.receipt?.sha256 ?? ''} />
            </dd>
          </>
        )}
      </dl>
      {headExtracts && <DifferenceView part="head" extracts={headExtracts} isShown={isShown('head')} />}
      {bodyExtracts && <DifferenceView part="body" extracts={bodyExtracts} isShown={isShown('body')} />}
      <details className="more">
        <summary>The head as it was written</summary>
        <WrittenHeadView head={head} plan={plan} />
      </details>
    </div>
  );
}

const icons = { good: Check, bad: TriangleAlert, plain: Info, waiting: Hourglass } satisfies Record<
  Told['tone'],
  unknown
>;

function SentLine({ told }: { readonly told: Told }) {
  const Icon = icons[told.tone];
  return (
    <p className={`receipt-line receipt-${told.tone}`} role={told.tone === 'bad' ? 'alert' : undefined}>
      <Icon aria-hidden />
      <span>{told.text}</span>
    </p>
  );
}
