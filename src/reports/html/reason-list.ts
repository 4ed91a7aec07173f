import type { Reason } from '../../server-check/report.ts';
import { html, type Markup } from './markup.ts';

/** Each with its rule. */
export function reasonList(reasons: readonly Reason[]): Markup | null {
  if (reasons.length === 0) return null;
  return html`<ul class="reasons">${reasons.map(
    ({ rule, text }) => html`<li>${text} <span class="rule">${rule}</span></li>`,
  )}</ul>`;
}
