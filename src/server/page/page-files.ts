/**
 * The built page in memory, read once: no request opens a file, so none can leave one open, and a later
 * build, or a deleted file, does not affect a running server. It is some 8 MB, two thirds of it Monaco.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface PageFile {
  readonly type: string;
  /** Of the file, whatever form of it is sent: hence weak (RFC 9110, 8.8.1). */
  readonly etag: string;
  /** Its name holds a hash of it. */
  readonly isHashed: boolean;
  readonly plain: Buffer;
  /** As the build compressed it; null where that made it no smaller. */
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
}

/** More than this is no page, and would be a server's memory. */
const mostBytes = 64 * 1024 * 1024;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** By the path of their URL. Names that begin with a dot are the build's own. Throws what reading throws. */
export function readPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const contents = new Map<string, Buffer>();
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    if (path.includes('/.')) continue;
    const content = readFileSync(file);
    bytes += content.length;
    if (bytes > mostBytes) throw new Error(`The page is larger than ${mostBytes} bytes.`);
    contents.set(path, content);
  }
  const files = new Map<string, PageFile>();
  for (const [path, plain] of contents) {
    if (/\.(?:br|gz)$/.test(path)) continue;
    files.set(path, {
      type: types[extname(path)] ?? 'application/octet-stream',
      etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      isHashed: path.startsWith('/assets/'),
      plain,
      br: contents.get(`${path}.br`) ?? null,
      gzip: contents.get(`${path}.gz`) ?? null,
    });
  }
  return files;
}
