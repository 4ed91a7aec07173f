/** Whether the request on the screen is still the one that the upload sent. */

import { useMemo, useState } from 'react';
import type { RequestPlan } from '../../core/request/plan.ts';
import { previewedPlan } from '../../upload/run-upload.ts';
import type { Upload } from '../exchange/exchange.ts';
import { isSameRequest } from './same-request.ts';

export interface SentRequest {
  readonly hasChanged: boolean;
  /** To be called when an upload begins: which media it sends is no part of its plan. */
  readonly onSend: () => void;
}

/** `media` is null while its bytes are not loaded. */
export function useSentRequest(
  upload: Upload | null,
  request: RequestPlan | null,
  media: Blob | null,
): SentRequest {
  const [sentMedia, setSentMedia] = useState<Blob | null>(null);
  const sent = upload && previewedPlan(upload);
  const hasChanged = useMemo(() => {
    const isOther = sentMedia !== null && media !== null && media !== sentMedia;
    return sent !== null && (isOther || !isSameRequest(sent, request));
  }, [sent, request, sentMedia, media]);
  return { hasChanged, onSend: () => setSentMedia(media) };
}
