import type { RequestPlan } from '../../core/request/plan.ts';
import type { Stage } from '../../upload/exchange.ts';
import { formatPercent, formatSize } from '../components/format.ts';
import { LinkButton } from '../components/link-button.tsx';
import type { Exchange } from '../exchange/exchange.ts';
import { useRequest } from '../state/request-provider.tsx';
import { useUploads } from '../state/uploads-provider.tsx';

// As high as two lines: where it sends to, and how far it is, take turns.
const bar =
  'min-h-12 min-w-29 flex-1 content-center py-1.5 pr-2.5 pl-4 text-small text-muted max-[25rem]:min-h-16.5';

/** Under the button: which server it sends to; while it sends, how far it is. */
export function SendBar() {
  const { request: plan } = useRequest().built;
  const { upload, isSending, revoke } = useUploads();
  if (isSending && upload) return <Progress exchange={upload.exchange} />;
  return (
    <p className={bar}>
      {plan === null ? 'Nothing can be sent: see Request.' : `Sends to: ${targetOf(plan)}`}
      {plan !== null && revoke && (
        <span className="text-warn">
          {'. '}
          You accepted a certificate for it that is not trusted.{' '}
          <LinkButton onClick={revoke}>Trust it no more</LinkButton>
        </span>
      )}
    </p>
  );
}

function targetOf(plan: RequestPlan): string {
  const isDemo = new URL(plan.url).origin === window.location.origin;
  return isDemo ? 'built-in demo server' : plan.host;
}

const stages: Readonly<Record<Exclude<Stage, 'done'>, string>> = {
  preparing: 'Preparing',
  uploading: 'Sending',
  waiting: 'Sent; waiting for the reply',
  receiving: 'Receiving the reply',
};

function Progress({ exchange }: { readonly exchange: Exchange }) {
  const { bodyLength } = exchange.sent.plan;
  const done = Math.max(exchange.uploaded, exchange.passedOn);
  const stage = exchange.stage === 'done' ? '' : stages[exchange.stage];
  return (
    <div className={bar}>
      <div
        className="mb-0.5 h-1 overflow-hidden rounded-[2px] bg-track"
        role="progressbar"
        aria-label="Bytes of the body sent"
        aria-valuemin={0}
        aria-valuemax={bodyLength}
        aria-valuenow={done}
        aria-valuetext={formatPercent(done, bodyLength)}
      >
        <span
          className="block h-full bg-accent transition-[width] ease-linear forced:bg-[Highlight] forced:forced-color-adjust-none"
          style={{ width: `${bodyLength === 0 ? 100 : (done / bodyLength) * 100}%` }}
        />
      </div>
      <p className="flex justify-between text-tiny leading-4.25 tabular-nums">
        <span>{stage}</span>
        <span>
          {formatSize(done)} of {formatSize(bodyLength)} · {formatPercent(done, bodyLength)}
        </span>
      </p>
    </div>
  );
}
