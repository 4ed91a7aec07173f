import Check from 'lucide-react/icons/check';
import Hourglass from 'lucide-react/icons/hourglass';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useMemo } from 'react';
import { mediaRanges } from '../../upload/media-ranges.ts';
import { writtenHead } from '../../upload/written-head.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { Fact, Facts, HashFact } from '../components/facts.tsx';
import type { Exchange } from '../exchange/exchange.ts';
import { useDisplay } from '../state/display-provider.tsx';
import { DifferenceView } from './difference-view.tsx';
import {
  bodyMessage,
  comparisonOf,
  extractsOf,
  headMessage,
  type ReceiptMessage,
  type SentPreview,
  sentMessage,
} from './receipt-text.ts';
import { type BodyCheck, useBodyCheck } from './use-body-check.ts';
import { holdsSecrets } from './written-head.ts';
import { WrittenHeadView } from './written-head-view.tsx';

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
    <div
      className="grid grid-cols-1 gap-1.5 border-t border-line px-4 pt-2.25 pb-2.5"
      role="group"
      aria-label="Receipt"
    >
      <SentLine message={sentMessage(exchange, head, check, preview)} />
      <Facts>
        <Fact name="Head">{headMessage(head, preview).text}</Fact>
        <Fact name="Body">{bodyMessage(exchange, check, preview).text}</Fact>
        {body?.kind === 'equal' && <Sha256Facts check={check} hasMedia={mediaRanges(plan).length > 0} />}
      </Facts>
      {headExtracts && <DifferenceView part="head" extracts={headExtracts} isShown={isShown('head')} />}
      {bodyExtracts && <DifferenceView part="body" extracts={bodyExtracts} isShown={isShown('body')} />}
      <Disclosure summary="Request head as sent">
        <WrittenHeadView head={head} plan={plan} />
      </Disclosure>
    </div>
  );
}

/** For people who compare with what their server stored. */
function Sha256Facts({ check, hasMedia }: { readonly check: BodyCheck; readonly hasMedia: boolean }) {
  const sha256 = check.kind === 'checked' ? check.sha256 : undefined;
  // Of a file that has changed since; it was compared before that.
  if (sha256 === null) return null;
  return (
    <>
      <Sha256Fact of="body" hash={sha256?.body} />
      {hasMedia && sha256?.media !== null && <Sha256Fact of="media" hash={sha256?.media} />}
    </>
  );
}

function Sha256Fact({ of, hash }: { readonly of: 'body' | 'media'; readonly hash: string | undefined }) {
  const name = `SHA-256 ${of}`;
  if (hash === undefined) return <Fact name={name}>being computed…</Fact>;
  return <HashFact name={name} copyLabel={`Copy ${name}`} hash={hash} />;
}

const tones = {
  good: { Icon: Check, colour: 'text-good' },
  bad: { Icon: TriangleAlert, colour: 'text-bad' },
  plain: { Icon: Info, colour: 'text-muted' },
  waiting: { Icon: Hourglass, colour: 'text-muted' },
} satisfies Record<ReceiptMessage['tone'], unknown>;

function SentLine({ message: { tone, text } }: { readonly message: ReceiptMessage }) {
  const { Icon, colour } = tones[tone];
  return (
    <p
      className={`flex items-start gap-1.75 font-medium ${colour}`}
      role={tone === 'bad' ? 'alert' : undefined}
    >
      <Icon className="mt-[calc((1lh-15px)/2)] size-[15px] flex-none" aria-hidden />
      <span>{text}</span>
    </p>
  );
}
