/** Whether the request on the screen is still the one that the upload sent. */

import { useMemo, useState } from 'react';
import type { BuiltRequest } from '../../core/build-request.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import { previewedPlan } from '../../upload/run-upload.ts';
import type { Upload } from '../exchange/exchange.ts';
import { isSameRequest } from './same-request.ts';

export interface SentRequest {
  readonly hasChanged: boolean;
  /** What the plan of the last upload is of; null before the first. */
  readonly built: BuiltRequest | null;
  /** To be called when an upload begins: which media it sends is no part of its plan. */
  readonly onSend: (built: BuiltRequest) => void;
}

/** `media` is null while its bytes are not loaded. */
export function useSentRequest(
  upload: Upload | null,
  request: RequestPlan | null,
  media: Blob | null,
): SentRequest {
  const [last, setLast] = useState<{ readonly built: BuiltRequest; readonly media: Blob | null } | null>(
    null,
  );
  const sent = upload && previewedPlan(upload);
  const hasChanged = useMemo(() => {
    const isOther = last !== null && last.media !== null && media !== null && media !== last.media;
    return sent !== null && (isOther || !isSameRequest(sent, request));
  }, [sent, request, last, media]);
  return { hasChanged, built: last?.built ?? null, onSend: (built) => setLast({ built, media }) };
}
