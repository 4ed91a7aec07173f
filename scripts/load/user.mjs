/**
 * One user: loads the page with what it needs at first, asks for a token, and uploads one file over a line of some
 * speed. An address of loopback's own (127.x.y.z) makes each a client of its own, for nginx and for the limits.
 */
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * @typedef {{
 *   port: number, targetPort: number, origin: string, number: number, bytes: number, verifies: boolean,
 *   bytesPerSecond: number | null, block: Buffer,
 * }} User
 * @typedef {{ page: number, token: number, upload: number, answer: number, bare: number, bytes: number }} Times in
 *   milliseconds; `answer` is from the body's last byte on, `bare` a small request straight to the media server: what
 *   this machine takes at that moment without any playground.
 */

/** Milliseconds between two pieces of a body on a line. */
const beat = 20;

/** @param {User} user @returns {Promise<Times>} Rejects with what was wrong. */
export async function visit(user) {
  const { number } = user;
  const localAddress = `127.${1 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 6, localAddress });
  try {
    const began = performance.now();
    const html = (await get(user, agent, '/')).toString();
    const files = [...html.matchAll(/(?:src|href)="\.\/((?:assets\/)?[^"]+\.(?:js|css|woff2))"/g)];
    await Promise.all(files.map(([, file]) => get(user, agent, `/${file}`)));
    const loaded = performance.now();
    const { token } = JSON.parse((await get(user, agent, '/api/token')).toString());
    const got = performance.now();
    const lastByte = await upload(user, localAddress, token);
    const ended = performance.now();
    await bareRequest(user.targetPort);
    const bare = performance.now() - ended;
    return {
      bare,
      page: loaded - began,
      token: got - loaded,
      upload: ended - got,
      answer: ended - lastByte,
      bytes: user.bytes,
    };
  } finally {
    agent.destroy();
  }
}

/** @param {User} user @param {Agent} agent @param {string} path */
async function get({ port, origin }, agent, path) {
  const headers = { Host: new URL(origin).host, 'Accept-Encoding': 'br, gzip' };
  // The page's files come as they are compressed; only the HTML is read here.
  if (path === '/') headers['Accept-Encoding'] = 'identity';
  const { statusCode, body } = await answerTo(
    request({ host: '127.0.0.1', port, path, agent, headers }).end(),
  );
  if (statusCode !== 200) throw new Error(`${path}: status ${statusCode}`);
  return body;
}

/** @param {number} port */
async function bareRequest(port) {
  const headers = { 'Content-Length': '5' };
  const sending = request({ host: '127.0.0.1', port, agent: false, method: 'POST', headers });
  await answerTo(sending.end('hello'));
}

/** Resolves with the time of the body's last byte. @param {User} user @param {string} localAddress @param {string} token */
async function upload(
  { port, targetPort, origin, bytes, bytesPerSecond, block, verifies },
  localAddress,
  token,
) {
  const boundary = '----a1b2c3d4e5f6';
  const before = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="to"\r\n\r\n+420777123456\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="photo.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
  );
  const after = Buffer.from(`\r\n--${boundary}--\r\n`);
  const file = block.subarray(0, bytes);
  const length = before.length + bytes + after.length;
  const envelope = `${JSON.stringify({
    method: 'POST',
    url: `http://127.0.0.1:${targetPort}/upload`,
    headers: [
      ['Host', `127.0.0.1:${targetPort}`],
      ['Content-Type', `multipart/form-data; boundary=${boundary}`],
      ['Content-Length', String(length)],
    ],
    bodyLength: length,
  })}\n`;
  const sending = request({
    host: '127.0.0.1',
    port,
    localAddress,
    agent: false,
    method: 'POST',
    path: '/api/send',
    headers: {
      Host: new URL(origin).host,
      Origin: origin,
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(Buffer.byteLength(envelope) + length),
      'X-Playground-Token': token,
    },
  });
  const answered = answerTo(sending);
  answered.catch(() => {});
  // Where it is refused, the answer says why.
  await pipeline(
    Readable.from(pieces([Buffer.from(envelope), before, file, after], bytesPerSecond)),
    sending,
  ).catch(() => {});
  const lastByte = performance.now();
  const { statusCode, body } = await answered;
  const text = body.toString();
  if (statusCode !== 200) throw new Error(`upload: status ${statusCode} ${text}`);
  const events = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const last = events.at(-1);
  if (last?.type !== 'end') throw new Error(`upload: ${JSON.stringify(last)}`);
  const reply = Buffer.concat(
    events.filter(({ type }) => type === 'reply-body').map(({ base64 }) => Buffer.from(base64, 'base64')),
  ).toString();
  const hash = createHash('sha256').update(before).update(file).update(after);
  const expected = `/${length}-${verifies ? hash.digest('hex') : ''}<`;
  if (!reply.includes(expected)) throw new Error(`upload: other bytes arrived: ${reply}`);
  return lastByte;
}

/** @param {readonly Buffer[]} parts @param {number | null} bytesPerSecond */
async function* pieces(parts, bytesPerSecond) {
  const length = bytesPerSecond === null ? 2 ** 18 : Math.max(1, Math.round((bytesPerSecond * beat) / 1000));
  for (const part of parts) {
    for (let at = 0; at < part.length; at += length) {
      yield part.subarray(at, at + length);
      if (bytesPerSecond !== null) await new Promise((resolve) => setTimeout(resolve, beat));
    }
  }
}

/** @param {import('node:http').ClientRequest} sending @returns {Promise<{ statusCode: number | undefined, body: Buffer }>} */
function answerTo(sending) {
  return new Promise((resolve, reject) => {
    sending.on('error', reject);
    sending.on('response', async (response) => {
      try {
        const pieces = [];
        for await (const piece of response) pieces.push(piece);
        resolve({ statusCode: response.statusCode, body: Buffer.concat(pieces) });
      } catch (error) {
        reject(error);
      }
    });
  });
}
