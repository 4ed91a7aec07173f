/** A request as lines to compare with another one's; the media folded, passwords as dots where asked. */

import type { BodySegment, RequestPlan } from '../../core/request/plan.ts';
import type { Origin } from '../../core/source/provenance.ts';
import { dots } from '../../core/source/secret-masking.ts';
import { formatBytes } from '../components/format.ts';
import { type BodyItem, previewBody } from '../state/body-preview.ts';

/** Their count tells nothing. */

/** Characters: what is more is for the byte view. */
const limits = { segment: 20_000, total: 200_000 };

export function requestLines(plan: RequestPlan, showSecrets: boolean): readonly string[] {
  const shown = (text: string, origin: Origin) => {
    const isHidden = origin.kind === 'parameter' && origin.secret && !origin.masked && text !== '';
    return isHidden && !showSecrets ? dots : text;
  };
  const joined = (pieces: RequestPlan['targetPieces']) =>
    pieces.map(({ text, origin }) => shown(text, origin)).join('');
  const written = (item: BodyItem): string => {
    switch (item.kind) {
      case 'text':
        return shown(item.text, item.origin) + (item.hidden > 0 ? '…' : '');
      case 'media':
        return `${plan.fileName} – ${formatBytes(item.size)}`;
      case 'rest':
        return `… ${formatBytes(item.bytes)} more`;
    }
  };
  const body = previewBody(plan, limits).map(written);
  return [
    `${plan.method} ${joined(plan.targetPieces)} HTTP/1.1`,
    ...plan.headers.map(({ name, pieces }) => `${name}: ${joined(pieces)}`),
    '',
    ...body.join('').split('\r\n'),
  ];
}

/** Whether two requests are the same bytes. */
export function sameRequest(one: RequestPlan, other: RequestPlan): boolean {
  return (
    one.method === other.method &&
    one.url === other.url &&
    one.headers.length === other.headers.length &&
    one.headers.every((header, index) => {
      const { name, value } = other.headers[index] ?? {};
      return header.name === name && header.value === value;
    }) &&
    sameBody(one.body, other.body)
  );
}

/** Segments may be cut in other places and still be the same bytes. */
function sameBody(one: readonly BodySegment[], other: readonly BodySegment[]): boolean {
  const runs = (body: readonly BodySegment[]) => {
    const decoder = new TextDecoder('latin1');
    // Media is one and the same in both; bytes never hold this.
    return body.map((segment) => (segment.kind === 'media' ? '\u{1F4F7}' : decoder.decode(segment.bytes)));
  };
  return runs(one).join('') === runs(other).join('');
}
