/** The built page on a static host, in a folder of it; and, to bring out a new version, with files changed. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'dist', 'client');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticHost {
  /** Of the page; ends in a slash. */
  readonly url: string;
  /** From now on `file` reads so; each version of a file is made from the one before. */
  readonly change: (file: string, how: (text: string) => string) => void;
  readonly close: () => Promise<void>;
}

export async function startStaticHost(folder: string): Promise<StaticHost> {
  const changed = new Map<string, string>();
  const read = (file: string) => changed.get(file) ?? readFileSync(join(built, normalize(`/${file}`)));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://host');
    const file = pathname.startsWith(folder) ? pathname.slice(folder.length) || 'index.html' : '';
    try {
      const content = read(file);
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
      response.end(content);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>404</h1>');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The host has no port.');
  return {
    url: `http://127.0.0.1:${address.port}${folder}`,
    change: (file, how) => void changed.set(file, how(read(file).toString())),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
