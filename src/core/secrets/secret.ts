/** A secret that stands in a text, as data. */
import type { Range } from '../source/diagnostics.ts';

export type SecretKind =
  /** The value of a node whose name says so. */
  | 'node'
  /** The user name of a login (HDR-6). */
  | 'login'
  /** User name and password in a URL (URL-3). */
  | 'user-info'
  /** The value of a header. */
  | 'header'
  /** `name=value` in a query, in multipart data, in an attribute; `"name": "value"`. */
  | 'pair'
  /** Typed text that is hashed together with a value. */
  | 'hashed'
  /** It looks like a key wherever it stands. */
  | 'shape'
  /** The value of another secret, once more. */
  | 'repeated';

export interface Secret {
  /** Offsets in the text that it was looked for in. */
  readonly range: Range;
  readonly kind: SecretKind;
  /** As it is written there: `password`, `X-Api-Key`. */
  readonly name: string;
  /** What stands for it: API_KEY. */
  readonly blank: string;
  /** A sentence for people. */
  readonly why: string;
}

/** More than these in one text are nobody's account: what stands behind them is one secret, found in no time. */
export const mostSecrets = 4_000;
