/** Files named on the command line, read whole but never without a bound. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import type { Console } from '../output/console.ts';
import { UsageError } from '../usage-error.ts';

/** Above any document or reply worth reading; keeps `check /dev/zero` from filling the memory. */
export const maxFileBytes = 64 * 1024 * 1024;

/** `-` is standard input. Throws a UsageError where the file cannot be read. */
export async function readWhole(file: string, console: Console): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    if (isPlain(file)) return readFileSync(file);
    const stream: AsyncIterable<Uint8Array> = file === '-' ? console.input() : createReadStream(file);
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > maxFileBytes) throw new UsageError(tooLarge(file));
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(unreadable(file, error));
  }
  return Buffer.concat(chunks);
}

export const tooLarge = (file: string): string => `${file} is larger than 64 MiB, the most that is read.`;

/** On disk and of a known size: of thousands of small ones, a stream each takes far longer than their check. */
function isPlain(file: string): boolean {
  if (file === '-') return false;
  const stats = statSync(file);
  return stats.isFile() && stats.size > 0 && stats.size <= maxFileBytes;
}

/** Why a file cannot be read, in words. */
export function unreadable(file: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `File not found: ${file}.`;
    case 'EISDIR':
      return `${file} is a folder, not a file.`;
    case 'EACCES':
    case 'EPERM':
      return `Permission denied: ${file}.`;
    default:
      return `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
