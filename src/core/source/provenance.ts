/** Where the characters of a request came from (contract, section 8). */
import type { Range } from './diagnostics.ts';

export type Origin =
  /** The app's own words: header names, delimiters, Content-Length … */
  | { readonly kind: 'client' }
  /** Typed in a template of the Account XML. */
  | { readonly kind: 'literal'; readonly node: string; readonly range: Range }
  /** Put in for a parameter of a template. */
  | {
      readonly kind: 'parameter';
      readonly node: string;
      /** The occurrence in the template, percent signs included. */
      readonly range: Range;
      /** `to`, `account[username]`, or `sha1(…)` with its argument as written. */
      readonly parameter: string;
      /** Where in the Account XML the value itself stands, where it stands there. */
      readonly valueRange?: Range;
      /** Asterisks on the wire instead of the value (TPL-6). */
      readonly masked?: true;
      /** Holds a password: views hide it on screen, the real value is sent. */
      readonly secret?: true;
    };

/** A run of text with one origin. */
export interface Piece {
  readonly text: string;
  readonly origin: Origin;
}

export const client: Origin = { kind: 'client' };

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}
