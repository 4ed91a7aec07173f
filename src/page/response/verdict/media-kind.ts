import type { RequestPlan } from '../../../core/request/plan.ts';

/** What the media is called where it can't be seen yet, by the type it was sent under. */
export function mediaKindOf({ mediaType }: RequestPlan): 'picture' | 'clip' | 'media' {
  if (mediaType.startsWith('image/')) return 'picture';
  return mediaType.startsWith('video/') ? 'clip' : 'media';
}
