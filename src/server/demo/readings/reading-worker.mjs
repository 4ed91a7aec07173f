/**
 * A thread in which one parser reads one body, told by `workerData`. No body is trusted: the thread has
 * bounds of time and memory, and what it tells has bounds, too. JavaScript, because Node 20 starts no
 * thread from TypeScript; its types are checked all the same (tsconfig.json).
 */
import { createHash } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import busboy from 'busboy';
import formidable from 'formidable';
import multiparty from 'multiparty';

/**
 * @typedef {import('../../../demo/readings.ts').ReadField} ReadField
 * @typedef {import('../../../demo/readings.ts').ReadFile} ReadFile
 * @typedef {import('../../../demo/readings.ts').ServerParserId} ServerParserId
 * @typedef {{ parser: ServerParserId, body: Uint8Array, type: string, entries: number, text: number }} Task
 * @typedef {{ field: (name: string, value: string) => void, file: (field: string, name: string | null, type: string) => Sink }} Seen
 * @typedef {{ add: (bytes: Uint8Array) => void, end: () => void }} Sink
 */

/** @type {Task} */
const task = workerData;

/** @type {ReadField[]} */
const fields = [];
/** @type {ReadFile[]} */
const files = [];
let more = 0;

/** @param {string} text */
const cut = (text) => text.slice(0, task.text);

/** @type {Seen} */
const seen = {
  field: (name, value) => {
    if (fields.length >= task.entries) more += 1;
    else fields.push({ name: cut(name), value: cut(value), length: value.length });
  },
  file: (field, name, type) => {
    const hash = createHash('sha256');
    let size = 0;
    const isListed = files.length < task.entries;
    const index = isListed ? files.length : -1;
    const told = { field: cut(field), name: name === null ? null : cut(name), type: cut(type) };
    if (isListed) files.push({ ...told, size, sha256: '' });
    else more += 1;
    return {
      add: (bytes) => {
        size += bytes.length;
        hash.update(bytes);
      },
      end: () => {
        if (isListed) files[index] = { ...told, size, sha256: hash.digest('hex') };
      },
    };
  },
};

/** What the parsers take for a request of Node's server. */
function request() {
  const pieces = Array.from({ length: Math.ceil(task.body.length / 65_536) }, (_, index) =>
    Buffer.from(task.body.subarray(index * 65_536, index * 65_536 + 65_536)),
  );
  const headers = { 'content-type': task.type, 'content-length': String(task.body.length) };
  return /** @type {import('node:http').IncomingMessage} */ (
    /** @type {unknown} */ (Object.assign(Readable.from(pieces, { objectMode: false }), { headers }))
  );
}

/** @returns {Promise<void>} */
function readByBusboy() {
  return new Promise((resolve, reject) => {
    const incoming = request();
    const parser = busboy({ headers: incoming.headers });
    parser.on('field', (name, value) => seen.field(name ?? '', value));
    parser.on('file', (field, stream, { filename, mimeType }) => {
      const sink = seen.file(field ?? '', filename ?? null, mimeType);
      stream
        .on('data', sink.add)
        .on('end', sink.end)
        .on('error', () => {});
    });
    parser.on('error', reject).on('close', resolve);
    incoming.pipe(parser);
  });
}

/** It would write files to the disk; here it hands them to a sink. */
async function readByFormidable() {
  const form = formidable({
    fileWriteStreamHandler: (file) => {
      const told = /** @type {{ originalFilename?: string | null, mimetype?: string | null } | undefined} */ (
        /** @type {unknown} */ (file)
      );
      const sink = seen.file(names.shift() ?? '', told?.originalFilename ?? null, told?.mimetype ?? '');
      return new Writable({
        write: (bytes, _, done) => {
          sink.add(bytes);
          done();
        },
        final: (done) => {
          sink.end();
          done();
        },
      });
    },
  });
  /** @type {string[]} */
  const names = [];
  form.on('fileBegin', (name) => void names.push(name ?? ''));
  form.on('field', (name, value) => seen.field(name ?? '', value));
  await form.parse(request());
}

/** @returns {Promise<void>} */
function readByMultiparty() {
  return new Promise((resolve, reject) => {
    const form = new multiparty.Form();
    form.on('field', (name, value) => seen.field(name ?? '', value));
    form.on('part', (part) => {
      const sink = seen.file(part.name ?? '', part.filename ?? null, part.headers['content-type'] ?? '');
      part
        .on('data', sink.add)
        .on('end', sink.end)
        .on('error', () => {});
    });
    form.on('error', reject).on('close', resolve);
    form.parse(request());
  });
}

async function readByUndici() {
  const body = /** @type {Uint8Array<ArrayBuffer>} */ (task.body);
  const form = await new Response(body, { headers: { 'content-type': task.type } }).formData();
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      seen.field(name, value);
      continue;
    }
    const sink = seen.file(name, value.name, value.type);
    sink.add(new Uint8Array(await value.arrayBuffer()));
    sink.end();
  }
}

/** @type {Record<ServerParserId, () => Promise<void>>} */
const readers = {
  busboy: readByBusboy,
  formidable: readByFormidable,
  multiparty: readByMultiparty,
  undici: readByUndici,
};

/** @param {unknown} error */
function wordsOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return cut(`${message}${cause}`);
}

/** @returns {Promise<import('../../../demo/readings.ts').ReadingOutcome>} */
async function read() {
  try {
    await readers[task.parser]();
    return { kind: 'read', fields, files, more };
  } catch (error) {
    return { kind: 'refused', message: wordsOf(error) };
  }
}

parentPort?.postMessage(await read());
