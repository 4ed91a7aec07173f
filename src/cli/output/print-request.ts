/** A request on standard output, in the formats of `preview` and `send`. */
import type { BuiltRequest } from '../../core/build-request.ts';
import { type RequestSecret, requestSecrets } from '../../core/secrets/request-secrets.ts';
import type { ExportedRequest } from '../../exports/exported-request.ts';
import { exportedRequest } from '../../exports/exported-request-of.ts';
import { type ExportId, exportFormats } from '../../exports/formats.ts';
import { harBody, harBodyLimit, harOf } from '../../exports/har.ts';
import { bodyChunks, type Chunk, withMedia } from '../../exports/message.ts';
import { writeExport } from '../../exports/write-export.ts';
import type { MediaFile } from '../input/media-file.ts';
import { packageVersion } from '../package-root.ts';
import type { Console } from './console.ts';

export interface PrintedAs {
  readonly format: ExportId;
  /** Null: as the format has it by default. */
  readonly secrets: 'real' | 'variables' | null;
}

/** Those that were here first are the bytes that are sent, as scripts expect them. */
const realByDefault: readonly ExportId[] = ['http', 'body', 'curl', 'powershell'];

/** Nothing without a request. `http` and `body` are bytes; a `MediaChanged` can come after a part of them. */
export async function printRequest(
  built: BuiltRequest,
  { format, secrets }: PrintedAs,
  media: MediaFile,
  console: Console,
): Promise<void> {
  if (built.request === null) return;
  const found = requestSecrets(built);
  const areReal = secrets === null ? realByDefault.includes(format) : secrets === 'real';
  const request = exportedRequest(built.request, areReal ? [] : found);
  if (format === 'har') await console.json(await harWith(request, built.request.bodyLength, media));
  else {
    const written = writeExport(format, request, media.path);
    if (written.kind === 'chunks') await printChunks(written.chunks, media, console);
    else {
      // It holds nothing that a terminal would obey; tabs stay tabs.
      await console.exact(`${written.text.trimEnd()}\n`);
      await console.err(written.notes);
    }
  }
  await console.err([...shellNote(format), ...secretNotes(format, request, found, areReal)]);
}

function shellNote(format: ExportId): readonly string[] {
  if (format !== 'curl' && format !== 'curl-form') return [];
  return [
    'This command is for a POSIX shell (sh, bash, zsh). PowerShell and cmd cannot run it: use --format powershell.',
  ];
}

/** Not where the bytes themselves were asked for. */
function secretNotes(
  format: ExportId,
  { variables }: ExportedRequest,
  found: readonly RequestSecret[],
  areReal: boolean,
): readonly string[] {
  if (areReal && found.length > 0 && exportFormats[format].leavesOut === 'variables')
    return ['It holds passwords, tokens or keys. --secrets variables leaves them out.'];
  if (variables.length === 0) return [];
  const names = variables.map(({ name, places }) => `${name} (${places.join('; ')})`).join(', ');
  return exportFormats[format].leavesOut === 'variables'
    ? [
        `Set these environment variables, each to what is sent in its place: ${names}. --secrets real puts them in.`,
      ]
    : [`Secrets are left out: ${names}. --secrets real puts them in.`];
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
