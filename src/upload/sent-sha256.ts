/**
 * SHA-256 of what was sent, for people who compare it with what their server stored. It is taken of the
 * bytes that are compared with the receipt, and so is that of the sent ones where these are equal.
 */
import type { MediaRange } from './media-ranges.ts';
import type { StreamHash } from './receipt-comparison.ts';

export interface SentSha256 {
  /** Of the body as far as it was sent; hex. */
  readonly body: string;
  /** Of the media; null where there is none in the body, or not all of it was sent. */
  readonly media: string | null;
}

/** `digest` ends it; hex. */
export interface Sha256 {
  readonly update: (bytes: Uint8Array) => void;
  readonly digest: () => string;
}

export interface HashWithSha256 extends StreamHash {
  /** Of all bytes that were taken; ends it. */
  readonly sha256: () => SentSha256;
}

export function withSha256(
  hash: StreamHash,
  media: MediaRange | null,
  ofBody: Sha256,
  ofMedia: Sha256,
): HashWithSha256 {
  let at = 0;
  return {
    update: (bytes) => {
      hash.update(bytes);
      ofBody.update(bytes);
      if (media !== null) {
        ofMedia.update(bytes.subarray(Math.max(0, media.start - at), Math.max(0, media.end - at)));
      }
      at += bytes.length;
    },
    digest: () => hash.digest(),
    sha256: () => ({
      body: ofBody.digest(),
      media: media !== null && at >= media.end ? ofMedia.digest() : null,
    }),
  };
}
