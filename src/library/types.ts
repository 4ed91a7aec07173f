/**
 * What goes into the library and what comes out. Spelled out here, not taken from the core: a caller's code
 * must not change with what the core is made of. conversions.ts holds them to it.
 */

/** Assumptions that differ from their defaults (the command line's `explain RULE` says what each is about). */
export interface AssumptionChoices {
  readonly 'unknown-parameter'?: 'keep' | 'empty';
  readonly 'http-password'?: 'mask' | 'send';
  readonly 'sms-to'?: 'alias' | 'unknown';
  readonly 'url-encoding'?: 'percent' | 'form' | 'none';
  readonly 'multipart-literals'?: 'decode' | 'verbatim';
  readonly 'part-names'?: 'as-needed' | 'quoted';
  readonly 'file-part-blank-line'?: 'omit' | 'literal';
  readonly 'success-without-media-url'?: 'generic' | 'message';
  readonly 'basic-auth'?: 'https-only' | 'never';
  readonly 'rewriting-order'?: 'document' | 'type';
}

/** A photo or clip: never its whole content. */
export interface MediaDescription {
  /** Its file name; a general one where it is empty. */
  readonly name?: string;
  /** Bytes. */
  readonly size: number;
  /** Its first bytes, 16 or more: they decide the type of JPEG and MP4. */
  readonly head?: Uint8Array;
  /** The media type of anything else. */
  readonly type?: string;
}

/** How an Account XML is read. */
export interface ReadingOptions {
  /** Which account of an `<accounts>` document, from 1. */
  readonly account?: number;
  /** The locale of localised values; by default none. */
  readonly locale?: string;
  /** By name: `to`, `description`, `account[username]`, your own. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly assumptions?: AssumptionChoices;
}

export interface RequestOptions extends ReadingOptions {
  readonly media: MediaDescription;
  /** By default drawn at random. Throws a RangeError where RFC 2046 allows none such. */
  readonly boundary?: string;
}

/** A place in the Account XML: from 1, columns in UTF-16 units, a BOM not counted, the end exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Diagnostic extends Partial<Place> {
  /** For example `TPL-7`. */
  readonly rule: string;
  /** `advice` is what real servers are known to do: no fault. */
  readonly severity: 'error' | 'warning' | 'info' | 'advice';
  readonly message: string;
  readonly fix?: { readonly title: string; readonly edits: readonly (Place & { readonly text: string })[] };
}

export interface UploadRequest {
  readonly method: 'POST' | 'PUT';
  readonly url: string;
  /** Path and query, as in the request line. */
  readonly target: string;
  /** All of them, in the order sent. Names and values as text; they go out as UTF-8. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The body in pieces: bytes, or the place of the media. */
  readonly body: readonly (Uint8Array | 'media')[];
  /** Bytes, the media's with them. */
  readonly bodyLength: number;
  readonly boundary: string;
  readonly parts: readonly { readonly name: string; readonly isFile: boolean }[];
  readonly fileName: string;
  readonly mediaType: string;
  readonly timeoutSeconds: number;
}

export interface BuiltRequest {
  /** Null where no request can be built; a diagnostic of severity `error` says why. */
  readonly request: UploadRequest | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Every parameter that the templates use, with its value. */
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly secret: boolean }[];
  /** The assumptions that affected this request. */
  readonly assumptions: readonly (keyof AssumptionChoices)[];
}

export interface Reply {
  readonly status: number;
  /** Pairs in the order received; what iterates as pairs, such as `Headers`, will do. */
  readonly headers?: Iterable<readonly [name: string, value: string]>;
  /** As received; a string goes as UTF-8. */
  readonly body: Uint8Array | string;
  readonly assumptions?: AssumptionChoices;
}

export interface Verdict {
  readonly success: boolean;
  readonly mediaUrl?: string;
  /** What the user of the app reads; null on success. */
  readonly shown: string | null;
  /** Whether `shown` stands for the app's general text, whose wording is not public. */
  readonly generic: boolean;
  /** Of the field that decided: `/response/media_url`, `$.media_url`. */
  readonly path?: string;
  /** `advice` did not change the verdict. */
  readonly reasons: readonly {
    readonly rule: string;
    readonly text: string;
    readonly tone: 'pass' | 'fail' | 'advice';
  }[];
}
