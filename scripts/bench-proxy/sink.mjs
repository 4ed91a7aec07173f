/**
 * A server as cheap as can be: reads into one buffer that is used again, counts, answers once the body's
 * Content-Length came, and closes. Tells its port and, for every upload, the bytes of its body.
 */
import { createServer, Socket } from 'node:net';

const buffer = Buffer.allocUnsafeSlow(256 * 1024);
const reply = '<response><media_url>https://media.example/1.mp4</media_url></response>';
const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\nContent-Length: ${reply.length}\r\n\r\n${reply}`;

const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, (accepted) => {
  // `onread` is for sockets that connect; an accepted one has to be moved (see src/server/reused-reads/reused-reads.ts).
  const holder = /** @type {{ _handle: unknown }} */ (/** @type {unknown} */ (accepted));
  const handle = holder._handle;
  holder._handle = null;
  let head = '';
  let headLength = -1;
  let bodyLength = 0;
  let got = 0;
  const take = (/** @type {number} */ length) => {
    got += length;
    if (headLength < 0) {
      head += buffer.latin1Slice(0, Math.min(length, 64 * 1024));
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return true;
      headLength = end + 4;
      bodyLength = Number(/^content-length: *(\d+)/im.exec(head)?.[1]);
    }
    if (got === headLength + bodyLength) {
      process.send?.({ bytes: bodyLength });
      socket.end(answer);
    }
    return true;
  };
  const options = { handle, allowHalfOpen: true, onread: { buffer, callback: take } };
  const socket = new Socket(options);
  socket.on('error', () => {}).on('close', () => accepted.destroy());
  socket.on('end', () => socket.end());
  socket.resume();
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: /** @type {import('node:net').AddressInfo} */ (server.address()).port });
});
process.on('disconnect', () => process.exit());
