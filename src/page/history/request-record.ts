/** A request as the history keeps it: its head, its parts as text, of the media what tells it from another. Pure. */
import type { RequestPlan } from '../../core/request/plan.ts';
import type { PartRecord, RequestRecord } from './entry.ts';
import { TextBudget } from './text-budget.ts';

/** Characters of all headers, and of all parts. */
const mostText = 64 * 1024;
const mostParts = 500;

type MediaHash = NonNullable<RequestRecord['media']>['hash'];

export function requestRecord(plan: RequestPlan, hash: MediaHash): RequestRecord {
  const { method, url, boundary, bodyLength, fileName, mediaType } = plan;
  const headers = new TextBudget(mostText).takePairs(plan.headers.map(({ name, value }) => [name, value]));
  const parts = partRecords(plan);
  const file = plan.body.find(({ kind }) => kind === 'media');
  return {
    method,
    url,
    headers,
    moreHeaders: plan.headers.length - headers.length,
    parts,
    moreParts: plan.parts.length - parts.length,
    boundary,
    bodyLength,
    media: file?.kind === 'media' ? { name: fileName, type: mediaType, size: file.size, hash } : null,
  };
}

function partRecords(plan: RequestPlan): PartRecord[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const budget = new TextBudget(mostText);
  const values = plan.parts.map(() => '');
  const bytes = plan.parts.map(() => 0);
  for (const segment of plan.body) {
    const { part } = segment;
    if (part === null) continue;
    const isValue = segment.kind === 'media' || segment.role === 'value';
    if (isValue)
      bytes[part] = (bytes[part] ?? 0) + (segment.kind === 'media' ? segment.size : segment.bytes.length);
    if (isValue && segment.kind === 'bytes')
      values[part] = (values[part] ?? '') + decoder.decode(segment.bytes);
  }
  return plan.parts.slice(0, mostParts).map(({ name, isFile }, index) => ({
    name: name.slice(0, mostName),
    isFile,
    value: budget.take(values[index] ?? ''),
    bytes: bytes[index] ?? 0,
  }));
}

const mostName = 1000;
