/** The media of a request: a file that stays on disk, or the bundled sample photo (MP-10). */
import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Media } from '../../core/request/plan.ts';
import { packageRoot } from '../package-root.ts';
import { UsageError } from '../usage-error.ts';
import { unreadable } from './read-file.ts';
import { SteadyReader } from './steady-reader.ts';

const headBytes = 64;

export interface MediaFile {
  readonly media: Media;
  /** Its bytes, the same each time. Throws `MediaChanged` where they have changed. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
  readonly path: string;
  readonly close: () => Promise<void>;
}

export interface MediaChoice {
  /** Absent: the sample photo is used. */
  readonly path?: string | undefined;
  readonly name?: string | undefined;
  readonly type?: string | undefined;
}

export async function openMedia(choice: MediaChoice): Promise<MediaFile> {
  const path = choice.path ?? samplePhoto();
  const handle = await openForReading(path);
  const stat = await handle.stat();
  if (!stat.isFile()) {
    await handle.close();
    throw new UsageError(
      `${path} is not a regular file; the size of the media must be known before it is sent.`,
    );
  }
  const { size } = stat;
  const { bytesRead, buffer } = await handle.read(new Uint8Array(headBytes), 0, headBytes, 0);
  const media: Media = {
    name: choice.name ?? basename(path),
    size,
    declaredType: choice.type ?? '',
    head: buffer.subarray(0, bytesRead),
    ...(choice.path === undefined ? { standIn: true } : {}),
  };
  const reader = await SteadyReader.of(handle, path, stat);
  return { media, path, bytes: () => reader.read(), close: () => handle.close() };
}

async function openForReading(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (error) {
    throw new UsageError(unreadable(path, error));
  }
}

/** In a checkout the photo lies in public, in the shipped package beside the built page. */
function samplePhoto(): string {
  const places = [
    join(packageRoot, 'public', 'sample.jpg'),
    join(packageRoot, 'dist', 'client', 'sample.jpg'),
  ];
  const found = places.find((place) => existsSync(place));
  if (found === undefined)
    throw new UsageError('The bundled sample photo is missing; choose a file with --media.');
  return found;
}
