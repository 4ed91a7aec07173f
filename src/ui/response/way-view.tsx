import type { Exchange } from '../../app/exchange.ts';
import { formatBytes, formatMilliseconds, formatSize } from '../../app/format.ts';
import { compareHead } from '../../app/head-comparison.ts';
import { stepsOf } from '../../app/timings.ts';
import './way-view.css';

/** The way there and back: whom it spoke to, what went out, how long each step took. */
export function WayView({ exchange }: { readonly exchange: Exchange }) {
  const certificate = exchange.tls?.chain[0];
  const { connected, tls, bodySent, passedOn, reply, sent, interims } = exchange;
  return (
    <div className="way">
      <h3 className="section-title">On the way</h3>
      <dl className="way-facts">
        {connected && (
          <>
            <dt>Connected to</dt>
            <dd className="code">{`${connected.address} port ${connected.port}`}</dd>
          </>
        )}
        {tls && (
          <>
            <dt>TLS</dt>
            <dd>
              {tls.version}, {tls.cipher}.
              {certificate &&
                ` Certificate for ${certificate.subject}, issued by ${certificate.issuer}, valid until ${certificate.validTo}.`}
            </dd>
          </>
        )}
        <dt>Head</dt>
        <dd>{headText(exchange)}</dd>
        <dt>Body</dt>
        <dd>
          {formatBytes(bodySent?.bytes ?? passedOn)} of {formatBytes(sent.plan.bodyLength)} sent
          {reply && reply.bodyBytesSent < sent.plan.bodyLength && (
            <>; the server answered early, after {formatSize(reply.bodyBytesSent)}</>
          )}
        </dd>
        {interims.length > 0 && (
          <>
            <dt>Interim replies</dt>
            <dd>{interims.map(({ status }) => status).join(', ')}</dd>
          </>
        )}
      </dl>
      <Steps exchange={exchange} />
    </div>
  );
}

function headText(exchange: Exchange): string {
  const comparison = compareHead(exchange);
  switch (comparison.kind) {
    case 'equal':
      return `✓ What went out equals the preview, all ${formatBytes(comparison.bytes)}`;
    case 'different':
      return `✗ What went out differs from the preview at byte ${comparison.at}. Please report this.`;
    case 'unknown':
      return 'Did not go out.';
  }
}

function Steps({ exchange }: { readonly exchange: Exchange }) {
  const steps = stepsOf(exchange);
  const total = steps.at(-1)?.to ?? 0;
  const share = (ms: number) => `${total === 0 ? 0 : (ms / total) * 100}%`;
  return (
    <ol className="way-steps" aria-label="Time of each step">
      {steps.map(({ name, from, to }) => (
        <li key={name} className="way-step">
          <span>{name}</span>
          <span className="way-bar" aria-hidden>
            <span style={{ left: share(from), width: share(to - from) }} />
          </span>
          <span className="way-time">{formatMilliseconds(to - from)}</span>
        </li>
      ))}
    </ol>
  );
}
