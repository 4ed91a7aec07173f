/**
 * A provider's media server: reads a multipart body, and answers with a media URL that says how many bytes came,
 * and which: their SHA-256. `--count` leaves the hash out, where its cost would be in the way.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const counts = process.argv.includes('--count');

const server = createServer({ requestTimeout: 0 }, (request, response) => {
  const hash = createHash('sha256');
  let length = 0;
  request.on('data', (/** @type {Buffer} */ piece) => {
    length += piece.length;
    if (!counts) hash.update(piece);
  });
  request.on('end', () => {
    const name = `${length}-${counts ? '' : hash.digest('hex')}`;
    const xml = `<response><media_url>https://media.example.com/${name}</media_url></response>`;
    response.writeHead(200, { 'Content-Type': 'text/xml', 'Content-Length': xml.length });
    response.end(xml);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: /** @type {import('node:net').AddressInfo} */ (server.address()).port });
});
process.on('disconnect', () => process.exit());
