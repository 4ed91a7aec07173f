/** A request on standard output, in the formats of `preview` and `send`. */
import type { RequestPlan } from '../../core/request/plan.ts';
import { type ExportedRequest, exportedRequest } from '../../exports/exported-request.ts';
import type { ExportId } from '../../exports/formats.ts';
import { harBody, harBodyLimit, harOf } from '../../exports/har.ts';
import { bodyChunks, type Chunk, withMedia } from '../../exports/message.ts';
import { writeExport } from '../../exports/write-export.ts';
import type { MediaFile } from '../input/media-file.ts';
import { packageVersion } from '../package-root.ts';
import type { Console } from './console.ts';

/** `http` and `body` are the exact bytes; a `MediaChanged` can come after a part of them. */
export async function printRequest(
  plan: RequestPlan,
  format: ExportId,
  media: MediaFile,
  console: Console,
): Promise<void> {
  const request = exportedRequest(plan);
  if (format === 'har') return console.json(await harWith(request, plan.bodyLength, media));
  const written = writeExport(format, request, media.path);
  if (written.kind === 'chunks') return printChunks(written.chunks, media, console);
  await console.out(written.text.trimEnd().split('\n'));
  await console.err(written.notes);
  if (format === 'curl' || format === 'curl-form')
    await console.err(
      'This command is for a POSIX shell (sh, bash, zsh). PowerShell and cmd cannot run it: use --format powershell.',
    );
}

async function printChunks(chunks: readonly Chunk[], media: MediaFile, console: Console): Promise<void> {
  for (const chunk of chunks) {
    if (chunk !== 'media') await console.exact(chunk);
    else for await (const bytes of media.bytes()) await console.exact(bytes);
  }
}

/** The media is read only where it goes in. */
async function harWith(request: ExportedRequest, bodyLength: number, media: MediaFile) {
  const body =
    bodyLength > harBodyLimit
      ? ({ kind: 'too large' } as const)
      : harBody(withMedia(bodyChunks(request), await wholeMedia(media)), (bytes) =>
          Buffer.from(bytes).toString('base64'),
        );
  return harOf(request, { body, startedDateTime: new Date().toISOString(), version: packageVersion() });
}

async function wholeMedia(media: MediaFile): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const bytes of media.bytes()) chunks.push(bytes);
  return Buffer.concat(chunks);
}
