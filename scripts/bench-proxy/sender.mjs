/**
 * Uploads as cheap as can be, from one buffer, each on a connection of its own. Asked by a message with
 * `port`, `head` (with `{length}` for the body's length), `prologue` (bytes before the body), `bytes`,
 * `count` and `atOnce`; answers with the milliseconds of them all and the text of the last answer.
 */
import { connect } from 'node:net';

const block = Buffer.alloc(1024 * 1024, 'media');

/**
 * @param {{ port: number, head: string, prologue: string, bytes: number }} job
 * @returns {Promise<string>}
 */
function upload({ port, head, prologue, bytes }) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let left = bytes;
    let answer = '';
    const feed = () => {
      while (left > 0) {
        const piece = left < block.length ? block.subarray(0, left) : block;
        left -= piece.length;
        if (!socket.write(piece)) return;
      }
    };
    socket.setEncoding('latin1');
    socket.on('data', (text) => {
      answer += text;
    });
    socket.on('drain', feed);
    socket.on('error', reject);
    socket.on('end', () => {
      resolve(answer);
      socket.destroy();
    });
    socket.write(head.replace('{length}', String(bytes + Buffer.byteLength(prologue))) + prologue);
    feed();
  });
}

process.on('message', async (/** @type {any} */ { count, atOnce, ...job }) => {
  let begun = 0;
  let answer = '';
  const began = performance.now();
  const work = async () => {
    while (begun < count) {
      begun += 1;
      answer = await upload(job);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
    process.send?.({ milliseconds: performance.now() - began, answer });
  } catch (error) {
    process.send?.({ failure: String(error) });
  }
});
process.on('disconnect', () => process.exit());
