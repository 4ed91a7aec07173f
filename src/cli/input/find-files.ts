/** The files that operands name: paths, globs, and globs with `!` before them for what is left out. */
import { readdir, realpathSync } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { UsageError } from '../usage-error.ts';
import { maxFileBytes, tooLarge, unreadable } from './read-file.ts';

export interface FoundFiles {
  /** In the order of the operands, those of a glob by name, none of them twice. */
  readonly files: readonly string[];
  readonly hasGlob: boolean;
}

interface Operand {
  readonly text: string;
  readonly kind: 'file' | 'glob' | 'left-out';
}

/** As `node:fs` has it. */
export type ListFolder = typeof readdir;

/**
 * Throws a UsageError where an operand names no file that can be read, or a glob comes to a folder that can't be:
 * then nothing was printed yet.
 */
export async function findFiles(texts: readonly string[], list: ListFolder = readdir): Promise<FoundFiles> {
  const operands = await Promise.all(texts.map(readOperand));
  const ignore = operands.filter(({ kind }) => kind === 'left-out').map(({ text }) => text);
  // Of globs they are left out on the way.
  const hasNames = operands.some(({ kind }) => kind === 'file');
  const leftOut = new Set(hasNames ? (await matches(ignore, [], list)).map(placeOf) : []);
  const found = new Map<string, string>();
  for (const { text, kind } of operands) {
    if (kind === 'left-out') continue;
    const named = kind === 'file' ? [text] : await expand(text, ignore, list);
    for (const file of named) {
      const place = placeOf(file);
      if (!leftOut.has(place) && !found.has(place)) found.set(place, file);
    }
  }
  if (found.size === 0) throw new UsageError('No file is left to check.');
  return { files: [...found.values()], hasGlob: operands.some(({ kind }) => kind === 'glob') };
}

/** What is there by that very name is meant, whatever its characters mean in a glob. */
async function readOperand(text: string): Promise<Operand> {
  if (text === '-') return { text, kind: 'file' };
  try {
    const found = await stat(text);
    if (found.isDirectory())
      throw new UsageError(`${text} is a folder, not a file. Its files: '${text}/**'.`);
    if (found.isFile() && found.size > maxFileBytes) throw new UsageError(tooLarge(text));
    await access(text, constants.R_OK);
    return { text: portable(text), kind: 'file' };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const pattern = portable(text);
    if (pattern.startsWith('!')) return { text: pattern.slice(1), kind: 'left-out' };
    if (isDynamicPattern(pattern)) return { text: pattern, kind: 'glob' };
    throw new UsageError(unreadable(text, error));
  }
}

async function expand(
  pattern: string,
  ignore: readonly string[],
  list: ListFolder,
): Promise<readonly string[]> {
  const files = await matches([pattern], ignore, list);
  if (files.length === 0) throw new UsageError(`No file matches ${pattern}.`);
  return files.map((file) => (/^[-:!]/.test(file) ? `./${file}` : file)).sort();
}

/** The same for every way to a file: links can lead in circles. */
function placeOf(file: string): string {
  try {
    return file === '-' ? file : realpathSync.native(file);
  } catch {
    return file;
  }
}

/** Files whose names begin with a dot are files as others; what can't be looked into is not passed over. */
async function matches(
  patterns: readonly string[],
  ignore: readonly string[],
  list: ListFolder,
): Promise<readonly string[]> {
  if (patterns.length === 0) return [];
  const faults: string[] = [];
  const files = await glob([...patterns], {
    ignore: [...ignore],
    dot: true,
    expandDirectories: false,
    fs: {
      readdir: watched(list, (path, error) => {
        if (isForbidden(error)) faults.push(unreadable(relative('', path) || '.', error));
      }),
    },
  });
  if (faults.length > 0) throw new UsageError(...faults.slice(0, mostFaults));
  return files;
}

/** The same function; `onEnd` hears how each call of it ended. */
function watched(list: ListFolder, onEnd: (path: string, error: unknown) => void): ListFolder {
  return new Proxy(list, {
    apply(target, self, given: readonly unknown[]) {
      const then = given.at(-1);
      if (typeof then !== 'function') return Reflect.apply(target, self, given);
      const end = (error: unknown, entries: unknown) => {
        onEnd(String(given[0]), error);
        then(error, entries);
      };
      return Reflect.apply(target, self, [...given.slice(0, -1), end]);
    },
  });
}

/** What is not there has no files; what is forbidden may. */
const isForbidden = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');

/** Of folders that can't be read, so many are named. */
const mostFaults = 10;

/** Globs, and URIs, part folders by `/`; Windows takes it too. */
const portable = (path: string) => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);
