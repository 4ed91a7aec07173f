import type { RequestPlan } from '../../core/request/plan.ts';
import { formatPercent, formatSize } from '../components/format.ts';
import type { Exchange, Stage } from '../exchange/exchange.ts';
import { useRequest } from '../state/request-provider.tsx';
import { pageSender } from '../state/sender.ts';
import { useUploads } from '../state/uploads-provider.tsx';
import '../components/button.css';
import './send-bar.css';

/** Under the button: what sends, from where, to which server; while it sends, how far it is. */
export function SendBar() {
  const { request: plan } = useRequest().built;
  const { upload, isSending, revoke } = useUploads();
  if (isSending && upload) return <Progress exchange={upload.exchange} />;
  return (
    <p className="send-bar send-route">
      {plan === null ? 'Nothing can be sent: see Request.' : route(plan)}
      {plan !== null && revoke && (
        <span className="send-trust">
          {' '}
          You accepted a certificate for it that is not trusted.{' '}
          <button type="button" className="link" onClick={revoke}>
            Trust it no more
          </button>
        </span>
      )}
    </p>
  );
}

function route(plan: RequestPlan): string {
  const isDemo = new URL(plan.url).origin === window.location.origin;
  const target = isDemo ? 'the built-in demo media server' : plan.host;
  return `${pageSender().from} to ${target}.`;
}

const stages: Readonly<Record<Exclude<Stage, 'done'>, string>> = {
  preparing: 'Getting ready',
  uploading: 'Sending',
  waiting: 'Sent; waiting for the reply',
  receiving: 'The reply is coming in',
};

function Progress({ exchange }: { readonly exchange: Exchange }) {
  const { bodyLength } = exchange.sent.plan;
  const done = Math.max(exchange.uploaded, exchange.passedOn);
  const stage = exchange.stage === 'done' ? '' : stages[exchange.stage];
  return (
    <div className="send-bar">
      <div
        className="send-progress"
        role="progressbar"
        aria-label="Bytes of the body sent"
        aria-valuemin={0}
        aria-valuemax={bodyLength}
        aria-valuenow={done}
        aria-valuetext={formatPercent(done, bodyLength)}
      >
        <span style={{ width: `${bodyLength === 0 ? 100 : (done / bodyLength) * 100}%` }} />
      </div>
      <p className="send-stage">
        <span>{stage}</span>
        <span>
          {formatSize(done)} of {formatSize(bodyLength)} · {formatPercent(done, bodyLength)}
        </span>
      </p>
    </div>
  );
}
