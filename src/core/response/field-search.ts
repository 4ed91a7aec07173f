/** What looking for a field in a body gives (RES-5), the same for XML and JSON. */

/** Why a field of the right name counts as absent. */
export type NoValue = 'blank' | 'elements' | 'null' | 'boolean' | 'object' | 'array';

export interface FoundField {
  /** `/response/media_url`, `$.media_url`, `$.a[0]["b c"]` (RES-6). */
  readonly path: string;
  readonly value: string;
}

export interface PassedOver {
  readonly path: string;
  readonly instead: NoValue;
}

export interface NearMiss {
  /** As it is spelt in the body. */
  readonly name: string;
  readonly path: string;
  /** An XML attribute: fields are elements. */
  readonly attribute?: true;
}

export interface FieldSearch {
  /** The field that counts; null where none has a value. */
  readonly found: FoundField | null;
  /** Further fields of the very name that have a value and do not count. */
  readonly others: number;
  /** Fields of the very name without a value, in document order, at most `maxHints`. */
  readonly passedOver: readonly PassedOver[];
  /** Names that were probably meant, in document order, at most `maxHints`. */
  readonly nearMisses: readonly NearMiss[];
}

/** More hints than a person reads are not collected. */
export const maxHints = 3;

/** A body that parsed as its kind, or why it did not. */
export type ParsedBody =
  | { readonly parses: true; readonly find: (name: string) => FieldSearch }
  | { readonly parses: false; readonly fault: string; readonly offset: number };

/** White space alone is no value (RES-5). */
export function isBlank(value: string): boolean {
  return value.trim() === '';
}
