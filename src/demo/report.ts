/** The demo media server's addresses and what it tells about the uploads it received. */

/** Takes POST and PUT; `?reply=xml` (default) or `json`, `?status=402` and others for an error. */
export const demoUploadPath = '/demo/upload';
/** `GET` answers a `DemoReport`, or `null` where nothing was received yet. */
export const demoReportPath = '/demo/last';
/** `GET` answers a list of `DemoReport`s, the newest first. */
export const demoUploadsPath = '/demo/uploads';
/** `GET` of this and a file's `media` answers its bytes. */
export const demoMediaPath = '/demo/media/';

/** Which upload a reply belongs to: the `id` of its report. */
export const demoUploadHeader = 'X-Demo-Upload';
/** With a list of reports: the time by the clock of `receivedAt`, ISO 8601. The page may run by another. */
export const demoTimeHeader = 'X-Demo-Time';

/** Files that were uploaded are kept so long and so large in all, the oldest going first. */
export const keptMedia = { milliseconds: 600_000, bytes: 64 * 1024 * 1024 } as const;
/** So many uploads are listed at most. */
export const mostUploads = 20;

/** What arrived, as the server understood it. Kept in memory. */
export interface DemoReport {
  /** Drawn at random for each upload. */
  readonly id: string;
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly method: string;
  /** Path and query, to the letter. */
  readonly target: string;
  /** As received: order, case and duplicates kept. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Bytes of the body that arrived. */
  readonly bodyLength: number;
  /** In the order of the body. */
  readonly fields: readonly DemoField[];
  readonly files: readonly DemoFile[];
  /** Whether its bytes are still there for other parsers (`demoReadingsPath`). */
  readonly bodyKept: boolean;
  /** Why the body could not be read to its end as multipart/form-data, for people; else null. */
  readonly fault: string | null;
}

export interface DemoField {
  readonly name: string;
  readonly value: string;
  /** The value was longer than the server keeps. */
  readonly truncated: boolean;
}

export interface DemoFile {
  /** The part's name. */
  readonly field: string;
  /** The file name; null where the part has none. */
  readonly name: string | null;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** What its first bytes are (MP-8), whatever `type` says; null where they are neither. */
  readonly bytesAre: 'image/jpeg' | 'video/mp4' | null;
  /** Under which its bytes can be had; null where they were not kept, or no longer are. */
  readonly media: string | null;
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isCount: Check = (value) => typeof value === 'number';
const isTextOrNull: Check = (value) => value === null || isText(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shapeOf =
  <T extends object>(checks: Readonly<Record<keyof T, Check>>) =>
  (value: unknown): value is T =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries<Check>(checks).every(([name, check]) => check(Reflect.get(value, name)));

/** Whether an answer has the shape of a report: the page may be older or newer than its server. */
export const isDemoReport = shapeOf<DemoReport>({
  id: isText,
  receivedAt: isText,
  method: isText,
  target: isText,
  headers: listOf((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isText)),
  bodyLength: isCount,
  bodyKept: (value) => typeof value === 'boolean',
  fields: listOf(
    shapeOf<DemoField>({ name: isText, value: isText, truncated: (value) => typeof value === 'boolean' }),
  ),
  files: listOf(
    shapeOf<DemoFile>({
      field: isText,
      name: isTextOrNull,
      type: isText,
      size: isCount,
      sha256: isText,
      bytesAre: (value) => value === null || value === 'image/jpeg' || value === 'video/mp4',
      media: isTextOrNull,
    }),
  ),
  fault: isTextOrNull,
});
