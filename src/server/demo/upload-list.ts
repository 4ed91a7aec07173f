/** The uploads that the demo server received last, in bounded memory. */
import { type DemoReport, mostUploads } from '../../demo/report.ts';

export interface ListedUpload {
  readonly report: Omit<DemoReport, 'bodyKept'>;
  /** The key of its body, where that was kept. */
  readonly body: string | null;
}

export interface UploadList {
  readonly add: (upload: ListedUpload) => void;
  /** The newest first. */
  readonly all: () => readonly ListedUpload[];
}

/** Characters in all; the last upload is listed however long it is. */
const mostCharacters = 4 * 1024 * 1024;

/** `onGone`: one that is listed no longer. */
export function createUploadList(
  onGone: (upload: ListedUpload) => void = () => {},
  most = mostUploads,
): UploadList {
  let entries: { readonly upload: ListedUpload; readonly length: number }[] = [];
  return {
    add: (upload) => {
      const newest = [{ upload, length: lengthOf(upload.report) }, ...entries];
      let total = 0;
      entries = newest.filter(({ upload, length }, index) => {
        total += length;
        const stays = index === 0 || (index < most && total <= mostCharacters);
        if (!stays) onGone(upload);
        return stays;
      });
    },
    all: () => entries.map(({ upload }) => upload),
  };
}

function lengthOf({ target, headers, fields, files }: ListedUpload['report']): number {
  const texts = [
    target,
    ...headers.flat(),
    ...fields.flatMap(({ name, value }) => [name, value]),
    ...files.flatMap(({ field, name, type }) => [field, name ?? '', type]),
  ];
  return texts.reduce((sum, text) => sum + text.length, 0);
}
