/** For tests: upload servers that answer by the contract, each on a real parser of multipart bodies. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseMultipartRequest } from '@remix-run/multipart-parser/node';
import busboy from 'busboy';
import { formidable } from 'formidable';
import multiparty from 'multiparty';

/** Bytes of the file in the part named file; 0 where there is none. Rejects what it can't read. */
type Parser = (request: IncomingMessage) => Promise<number>;

/** By the ids of the measured servers. */
export const parsers: Readonly<Record<string, Parser>> & Readonly<Record<'busboy', Parser>> = {
  busboy: (request) =>
    new Promise((resolve, reject) => {
      let size = 0;
      const form = busboy({ headers: request.headers });
      form.on('file', (name, file) => {
        file.on('data', (chunk: Buffer) => {
          if (name === 'file') size += chunk.length;
        });
        file.on('error', reject);
      });
      form.on('close', () => resolve(size));
      form.on('error', reject);
      request.pipe(form);
    }),
  formidable: async (request) => {
    const [, files] = await formidable({}).parse(request);
    return files['file']?.[0]?.size ?? 0;
  },
  multiparty: (request) =>
    new Promise((resolve, reject) => {
      let size = 0;
      const form = new multiparty.Form();
      form.on('part', (part) => {
        part.on('data', (chunk: Buffer) => {
          if (part.name === 'file' && part.filename !== undefined) size += chunk.length;
        });
        part.on('error', reject);
      });
      form.on('close', () => resolve(size));
      form.on('error', reject);
      form.parse(request);
    }),
  remix: async (request) => {
    let size = 0;
    for await (const part of parseMultipartRequest(request))
      if (part.isFile && part.name === 'file') size = part.size;
    return size;
  },
  /** Node's own fetch: as measured on Hono up to undici 6, as on undici from 7 on. */
  [Number.parseInt(process.versions['undici'] ?? '6', 10) < 7 ? 'hono' : 'undici']: async (request) => {
    const body = Buffer.concat(await request.toArray());
    const { method = 'POST', headers } = request;
    const read = new Request('http://localhost/', {
      method,
      headers: { 'Content-Type': headers['content-type'] ?? '' },
      body,
    });
    const file = (await read.formData()).get('file');
    return file === null || typeof file === 'string' ? 0 : file.size;
  },
};

/** Refuses what has a part whose name is not in quotes. */
export const quotedOnly: Parser = async (request) => {
  const body = Buffer.concat(await request.toArray()).toString('latin1');
  if (/form-data; name=[^"]/.test(body)) throw new Error('A name without quotes.');
  return body.includes('name="file"; filename') ? body.length : 0;
};

export interface ParserServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** `mostBytes`: a larger file is dropped without a word, as PHP does. */
export async function startParserServer(parse: Parser, mostBytes = Infinity): Promise<ParserServer> {
  const server = createServer((request, response) => {
    const answer = (status: number, reply: object) => {
      const body = JSON.stringify(reply);
      response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': body.length });
      response.end(body);
      request.resume();
    };
    parse(request).then(
      (size) =>
        size === 0 || size > mostBytes
          ? answer(400, { message: 'No file was received.' })
          : answer(200, { media_url: 'https://media.example/1' }),
      () => answer(400, { message: 'The upload could not be read.' }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/up`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
