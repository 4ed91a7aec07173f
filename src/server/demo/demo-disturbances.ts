/** Scenarios of a connection that is slow, or that breaks. */
import { answer, type DemoVisit, pause, rawHead } from './demo-visit.ts';

/** Milliseconds between two pieces of a trickled reply. */
const pieceEvery = 200;

export async function readSlowly({ receive, options, usual, response, signal }: DemoVisit): Promise<void> {
  const rate = options.number('rate');
  const began = performance.now();
  const isThere = await receive(async (total) => {
    const early = began + (total / rate) * 1000 - performance.now();
    if (early > 0) await pause(early, signal);
  });
  if (isThere) answer(response, usual());
}

export async function trickleReply({ receive, options, usual, response, signal }: DemoVisit): Promise<void> {
  if (!(await receive())) return;
  const { status, contentType, body } = usual();
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': bytes.length });
  const time = options.number('seconds') * 1000;
  const pieces = Math.min(bytes.length, Math.ceil(time / pieceEvery));
  const size = Math.ceil(bytes.length / pieces);
  for (let at = 0; at < bytes.length; at += size) {
    response.write(bytes.subarray(at, at + size));
    await pause(time / pieces, signal);
  }
  response.end();
}

export async function resetDuringUpload({ receive, options, socket }: DemoVisit): Promise<void> {
  const at = options.number('at');
  await receive((total) => {
    if (total >= at) socket.resetAndDestroy();
  });
  // The body was shorter.
  socket.resetAndDestroy();
}

export async function hangUp({ receive, socket }: DemoVisit): Promise<void> {
  await receive();
  socket.destroySoon();
}

export async function resetDuringReply({ receive, usual, socket, signal }: DemoVisit): Promise<void> {
  if (!(await receive())) return;
  const { status, contentType, body } = usual();
  socket.write(rawHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body) }));
  socket.write(body.slice(0, body.length / 2));
  // Some systems drop what was not read yet when a reset comes.
  await pause(100, signal);
  socket.resetAndDestroy();
}
