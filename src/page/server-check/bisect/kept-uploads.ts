/** Uploads of the history, as requests that can be sent once more: with made media of the same kind and size. */
import * as z from 'zod/mini';
import type { RequestInputs } from '../../../core/build-request.ts';
import { leastFilled, mediaOf } from '../../../server-check/media/made-media.ts';
import type { MadeMedia } from '../../../server-check/scenario.ts';
import { newSession } from '../../state/session.ts';
import { readSession } from '../../state/stored-session.ts';
import type { StoredUpload } from '../../storage/database.ts';

// Compiled checks need `eval`, which the page does not allow.
z.config({ jitless: true });

export interface KeptUpload {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly name: string;
  readonly host: string;
  readonly passed: boolean;
  readonly media: { readonly name: string; readonly made: MadeMedia };
}

/** What this needs of a summary, whichever version of the page wrote it. */
const summaryShape = z.object({
  host: z.string(),
  media: z.nullable(z.object({ name: z.string(), type: z.string(), size: z.number() })),
  result: z.object({ kind: z.string() }),
});

/** Bytes: each mixture has them in it. */
const largest = 16 * 1024 * 1024;

const passedKinds: ReadonlySet<string> = new Set(['succeeded', 'doubtful']);
const failedKinds: ReadonlySet<string> = new Set(['failed', 'no-reply']);

/** Null for one that can't be sent again, or of which nothing is known. */
export function keptUpload({ id, at, name, summary }: StoredUpload): KeptUpload | null {
  const read = summaryShape.safeParse(summary);
  if (!read.success) return null;
  const { host, media, result } = read.data;
  const passed = passedKinds.has(result.kind);
  if ((!passed && !failedKinds.has(result.kind)) || (media?.size ?? 0) > largest) return null;
  return { id, at, name, host, passed, media: madeLike(media) };
}

function madeLike(media: z.infer<typeof summaryShape>['media']): KeptUpload['media'] {
  const kind = media?.type === 'video/mp4' ? 'mp4' : 'jpeg';
  const size = Math.max(media?.size ?? 0, leastFilled[kind]);
  return { name: media?.name ?? 'photo.jpg', made: { kind, size } };
}

const detailsShape = z.object({ session: z.unknown() });

/** Null where its configuration can't be read any more. */
export function inputsOf({ media }: KeptUpload, details: unknown): RequestInputs | null {
  const read = detailsShape.safeParse(details);
  const session = read.success
    ? readSession(read.data.session, newSession({ xml: '', parameters: {} }, ''))
    : null;
  if (session === null || session.boundary === '') return null;
  const { xml, account, locale, parameters, assumptions, boundary } = session;
  return { xml, account, locale, parameters, assumptions, boundary, media: mediaOf(media.made, media.name) };
}
