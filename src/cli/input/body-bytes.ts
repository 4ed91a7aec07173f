/** The body of a plan as it goes out; the media is read as it passes, never held. */
import { bodyChunks } from '../../core/request/bytes.ts';
import type { RequestPlan } from '../../core/request/plan.ts';

interface MediaSource {
  readonly bytes: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

export async function* bodyBytes(plan: RequestPlan, media: MediaSource): AsyncGenerator<Uint8Array> {
  for (const segment of bodyChunks(plan)) {
    if (segment === 'media') yield* media.bytes();
    else yield segment;
  }
}
