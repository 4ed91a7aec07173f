/**
 * One of npm's proxies in front of the sink: `node npm-proxy.mjs PACKAGE-FOLDER TARGET-PORT [--hash]`.
 * With `--hash` it computes SHA-256 of every body.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [, , folder = '', target, option] = process.argv;
const { createProxyServer } = createRequire(join(folder, 'package.json'))(folder);
const proxy = createProxyServer({ target: `http://127.0.0.1:${target}` });
proxy.on('error', (/** @type {Error} */ error) => console.error(error.message));
const server = createServer({ requestTimeout: 0 }, (request, response) => {
  if (option === '--hash') {
    const hash = createHash('sha256');
    request.on('data', (piece) => hash.update(piece)).on('end', () => hash.digest('hex'));
  }
  proxy.web(request, response);
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: /** @type {import('node:net').AddressInfo} */ (server.address()).port });
});
process.on('disconnect', () => process.exit());
