/** Exports that hold the media, as files. */
import { version } from '../../../package.json';
import type { ExportedRequest } from '../../exports/exported-request.ts';
import { harBody, harBodyLimit, harOf } from '../../exports/har.ts';
import { bodyChunks, type Chunk } from '../../exports/message.ts';
import type { ExportedReply } from './har-reply.ts';

/** The media goes in as a reference: a large file is not read for it. */
export function blobOf(chunks: readonly Chunk[], media: Blob): Blob {
  return new Blob(chunks.map((chunk) => (chunk === 'media' ? media : chunk)));
}

/** `answered`: null where there is no reply to it. */
export async function harFile(
  request: ExportedRequest,
  media: Blob,
  answered: ExportedReply | null,
): Promise<Blob> {
  const content = blobOf(bodyChunks(request), media);
  const body = content.size > harBodyLimit ? ({ kind: 'too large' } as const) : await bodyFor(content);
  const startedDateTime = new Date(answered?.startedAt ?? Date.now()).toISOString();
  const { reply, time } = answered ?? {};
  const har = harOf(request, {
    body,
    startedDateTime,
    version,
    ...(reply && { reply }),
    ...(time && { time }),
  });
  return new Blob([`${JSON.stringify(har, null, 2)}\n`]);
}

/** Base64 by the browser's own reader, which holds nobody up. */
async function bodyFor(content: Blob) {
  const body = harBody(new Uint8Array(await content.arrayBuffer()), () => '');
  return body.kind === 'base64' ? { ...body, base64: await base64Of(content) } : body;
}

function base64Of(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The media could not be read.'));
    reader.readAsDataURL(content);
  });
}
