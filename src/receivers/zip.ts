/** The files of a receiver as one zip, in a folder of its own; the same files give the same bytes. */
import { strToU8, zipSync } from 'fflate';

/** The first day that a zip can name: no clock, no difference. */
const mtime = new Date(1980, 0, 1);

export function zipOf(folder: string, files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([path, text]) => [`${folder}/${path}`, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { level: 9, mtime }));
}
