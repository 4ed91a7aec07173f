/** What the demo server keeps of uploads, and how it is asked for: reports, files, bodies and their readings. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { demoBodiesPath, demoReadingsPath, keptBodies } from '../../demo/readings.ts';
import { type DemoReport, keptMedia } from '../../demo/report.ts';
import { answerJson } from '../json-answer.ts';
import { type ByteStore, createByteStore, type KeptBytes } from './byte-store.ts';
import { answerBytes, answerMedia } from './kept-media.ts';
import { createReadings } from './readings/readings.ts';
import { createUploadList, type UploadList } from './upload-list.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface KeptUploads {
  /** Null where files, or bodies, are not kept. */
  readonly media: ByteStore | null;
  readonly bodies: ByteStore | null;
  readonly add: UploadList['add'];
  /** The newest first. */
  readonly reports: () => readonly DemoReport[];
  /** GET and HEAD of a file. */
  readonly handleMedia: Handler;
  /** GET of how other parsers read an upload, and of its body as it came. */
  readonly handleReadings: Handler;
  readonly handleBody: Handler;
}

export function createKeptUploads(keepsMedia: boolean, keepsBodies: boolean): KeptUploads {
  const lifetime = keptMedia.milliseconds;
  const media = keepsMedia ? createByteStore({ most: keptMedia.bytes, lifetime }) : null;
  const bodies = keepsBodies ? createByteStore({ most: keptBodies.bytes, lifetime }) : null;
  // A body is found by its upload: without one it would only take memory.
  const list = createUploadList(({ body }) => body !== null && bodies?.forget(body));
  const readings = createReadings();
  const bodyOf = (key: string | null) => (key === null ? null : (bodies?.get(key) ?? null));
  /** Of the upload whose id ends the path, or null where that body is not there. */
  const find = ({ url = '' }: IncomingMessage, start: string) => {
    const upload = list.all().find(({ report }) => url === start + report.id);
    const body = bodyOf(upload?.body ?? null);
    return upload === undefined || body === null ? null : { report: upload.report, body };
  };
  return {
    media,
    bodies,
    add: list.add,
    reports: () =>
      list.all().map(({ report, body }) => ({
        ...report,
        files: report.files.map((file) => ({ ...file, media: media?.get(file.media ?? '')?.id ?? null })),
        bodyKept: bodyOf(body) !== null,
      })),
    handleMedia: (request, response) => answerMedia(media, request, response),
    handleReadings: async (request, response) => {
      const found = find(request, demoReadingsPath);
      if (found === null) return answerJson(response, 404, notKept);
      const task = () => ({ body: whole(found.body), type: contentTypeOf(found.report) });
      answerJson(response, 200, await readings.of(found.report.id, task));
    },
    handleBody: async (request, response) => {
      const found = find(request, demoBodiesPath);
      if (found === null) return answerJson(response, 404, notKept);
      await answerBytes(found.body, request, response);
    },
  };
}

const notKept = { code: 'not-kept', text: 'The body of this upload is not, or no longer, kept.' };

function whole({ blocks }: KeptBytes): Buffer {
  return Buffer.concat(blocks);
}

/** Several are one list (RFC 9110, 5.3), which is no media type: parsers refuse it. */
function contentTypeOf({ headers }: Pick<DemoReport, 'headers'>): string {
  return headers
    .filter(([name]) => name.toLowerCase() === 'content-type')
    .map(([, value]) => value)
    .join(', ');
}
