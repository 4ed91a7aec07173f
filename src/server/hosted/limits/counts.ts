/** What is counted of each client, wherever it is counted. */

export interface CountLimits {
  /** Per client. */
  readonly uploadsPerMinute: number;
  readonly uploadsAtOnce: number;
  readonly uploadsAtOncePerClient: number;
}

export type Place =
  /** `leave` is called once, when the upload is over. */
  | { readonly kind: 'taken'; readonly leave: () => void }
  | { readonly kind: 'client-full' }
  | { readonly kind: 'full' };

export interface Counts {
  /** Two that ask in one moment never get the same place. */
  readonly takePlace: (client: string) => Promise<Place>;
  /** Milliseconds until the client may send again; null where it may now. */
  readonly countUpload: (client: string) => Promise<number | null>;
}
