/**
 * The plan of a request: everything that will be sent, as data. Preview, length, hex view,
 * cURL and sending are views of this one plan. Media is a reference and is never copied.
 */
import type { Range } from '../source/diagnostics.ts';
import type { Origin, Piece } from '../source/provenance.ts';
import type { PlannedCredentials } from './plan-credentials.ts';

/** What the core knows of the media: never its content, only the first bytes. */
export interface Media {
  /** File name as given; may be empty (MP-10). */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The media type that the browser or the user names; may be empty (MP-8). */
  readonly declaredType: string;
  /** The first bytes, at least 16 where the media has them. */
  readonly head: Uint8Array;
  /** The bundled sample is used because no media was chosen (MP-10). */
  readonly standIn?: true;
}

export interface PlannedHeader {
  readonly name: string;
  readonly value: string;
  /** Its value in pieces; joined they are `value`. */
  readonly pieces: readonly Piece[];
  /** Where the name came from: the app itself or a custom header line. */
  readonly origin: Origin;
}

export type BodySegment =
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      readonly origin: Origin;
      readonly role: 'delimiter' | 'part-header' | 'part-name' | 'file-name' | 'value';
      /** Index into `parts`; null for the closing delimiter. */
      readonly part: number | null;
    }
  | { readonly kind: 'media'; readonly size: number; readonly part: number };

export interface PlannedPart {
  /** The part's name, decoded for reading (bytes that are no UTF-8 show as U+FFFD). */
  readonly name: string;
  readonly isFile: boolean;
  /** Its piece of the multipart data in the Account XML. */
  readonly range: Range;
}

export interface RequestPlan {
  readonly method: 'POST' | 'PUT';
  /** What is asked for: scheme, host and target; no user info, no fragment (URL-2, URL-3). */
  readonly url: string;
  /** The expanded template as it stood before the URL was parsed. */
  readonly urlPieces: readonly Piece[];
  readonly secure: boolean;
  /** Host and port as in the `Host` header. */
  readonly host: string;
  /** Path and query, as in the request line. */
  readonly target: string;
  /** `target` in pieces; joined they are `target`. */
  readonly targetPieces: readonly Piece[];
  /** All headers in the order sent, Host first. */
  readonly headers: readonly PlannedHeader[];
  readonly parts: readonly PlannedPart[];
  readonly body: readonly BodySegment[];
  /** Bytes. */
  readonly bodyLength: number;
  readonly boundary: string;
  /** The file part's type (MP-8) and name (MP-10). */
  readonly mediaType: string;
  readonly fileName: string;
  readonly timeoutSeconds: number;
  /** What a challenge is answered with (HDR-6); null where none is. */
  readonly credentials: PlannedCredentials | null;
}
