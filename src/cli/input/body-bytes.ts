/** The body of a plan as it goes out; the media is read as it passes, never held. */
import { bodyChunks } from '../../core/request/bytes.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import type { MediaFile } from './media-file.ts';

export async function* bodyBytes(plan: RequestPlan, media: MediaFile): AsyncGenerator<Uint8Array> {
  for (const segment of bodyChunks(plan)) {
    if (segment === 'media') yield* media.bytes();
    else yield segment;
  }
}
