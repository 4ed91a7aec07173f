/** What there is to say about the media (MP-8, MP-10). It is about no place in the Account XML. */
import type { Diagnostic } from '../source/diagnostics.ts';
import { typeFromBytes } from './media-type.ts';
import type { Media, RequestPlan } from './plan.ts';

export function mediaDiagnostics(
  media: Media,
  mediaType: string,
  request: RequestPlan | null,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (media.standIn) {
    const message = 'No file chosen: using the sample photo.';
    diagnostics.push({ rule: 'MP-10', severity: 'info', message });
  }
  if (!request?.parts.some((part) => part.isFile)) return diagnostics;
  if (typeFromBytes(media.head) === null) {
    const what =
      media.size === 0 ? 'The media is empty (0 bytes)' : 'The media is neither a JPEG photo nor an MP4 clip';
    const message = `${what}: the app sends only image/jpeg and video/mp4. Here it is sent as ${mediaType}.`;
    diagnostics.push({ rule: 'MP-8', severity: 'warning', message });
  }
  if (media.name === '') {
    const message = `The media has no file name: it is sent as ${request.fileName}.`;
    diagnostics.push({ rule: 'MP-10', severity: 'info', message });
  }
  return diagnostics;
}
