/** What the rows of a key are called: parts, or headers. */
export interface RowWords {
  /** `part` or `header`. */
  readonly one: string;
  /** Between name and value, as it is written. */
  readonly sign: string;
  /** A whole new row; its name is there to be typed over. */
  readonly fresh: string;
  readonly none: string;
  readonly withMedia: boolean;
}
