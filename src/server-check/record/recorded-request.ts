/** A request as a report keeps it, masked. */
import type { RequestPlan } from '../../core/request/plan.ts';
import type { TextMask } from '../../core/secrets/text-mask.ts';
import type { MediaGet } from '../fetch-media.ts';
import type { RecordedRequest } from '../report.ts';
import { cutText } from './cut-text.ts';

export function recordedRequest(plan: RequestPlan, mask: TextMask): RecordedRequest {
  const file = plan.body.find(({ kind }) => kind === 'media');
  return {
    method: plan.method,
    url: mask.text(plan.url),
    headers: plan.headers.map(({ name, value }) => [mask.known(name), mask.header(name, value)]),
    body: cutText(bodyText(plan, mask)),
    bodyLength: plan.bodyLength,
    media:
      file?.kind === 'media'
        ? { name: mask.known(plan.fileName), type: plan.mediaType, size: file.size }
        : null,
  };
}

export function recordedGet({ url, headers }: MediaGet, mask: TextMask): RecordedRequest {
  return {
    method: 'GET',
    url: mask.text(url),
    headers: headers.map(([name, value]) => [name, mask.header(name, value)]),
    body: cutText(''),
    bodyLength: 0,
    media: null,
  };
}

/** A part's value is one text, in as many segments as it has sources; a boundary is random, and no key. */
function bodyText({ body, fileName, mediaType }: RequestPlan, mask: TextMask): string {
  const pieces: string[] = [];
  let value: Uint8Array[] = [];
  const flush = () => {
    if (value.length > 0) pieces.push(mask.text(value.map((bytes) => decoder.decode(bytes)).join('')));
    value = [];
  };
  for (const segment of body) {
    if (segment.kind === 'bytes' && segment.role === 'value') {
      value.push(segment.bytes);
      continue;
    }
    flush();
    if (segment.kind === 'media')
      pieces.push(`(${mask.known(fileName)}, ${mediaType}, ${segment.size} bytes)`);
    else pieces.push(mask.known(decoder.decode(segment.bytes)));
  }
  flush();
  return pieces.join('');
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
