/** An exchange: the request, the reply, and what the app's user sees of it. */
import type { RecordedExchange, RecordedVerdict } from '../../server-check/report.ts';
import { failureText, replyLines, requestLines, verdictText } from '../exchange-lines.ts';
import { html, lines, Markup } from './markup.ts';
import { reasonList } from './reason-list.ts';
import { durationText } from './times.ts';

export function exchangeView(exchange: RecordedExchange): Markup {
  const { about, milliseconds, request, reply, failure, verdict } = exchange;
  return html`<article class="exchange">
<h3>${about === '' ? 'Upload' : about} <span class="muted">${durationText(milliseconds)}</span></h3>
<div class="wire">
<div><h4>Request <span class="muted">${sizeText(request.bodyLength)}</span></h4>
<pre>${lines(requestLines(request))}</pre></div>
<div><h4>Reply ${reply ? html`<span class="muted">${sizeText(reply.bytes)}</span>` : null}</h4>
${reply ? html`<pre>${lines(replyLines(reply))}</pre>` : html`<p class="muted">None.</p>`}</div>
</div>
${failure && html`<p class="verdict bad">${failureText(failure)}</p>`}
${verdict && verdictView(verdict)}
</article>
`;
}

function verdictView(verdict: RecordedVerdict): Markup {
  return html`<h4>Verdict</h4>
<p class="verdict ${verdict.success ? 'good' : 'bad'}">${verdictText(verdict)}</p>
${reasonList(verdict.reasons)}`;
}

/** `49 634 bytes`, with spaces that do not break. */
const sizeText = (bytes: number) =>
  new Markup(`${`${Math.trunc(bytes)}`.replace(/\B(?=(\d{3})+$)/g, '&#8239;')} bytes`);
