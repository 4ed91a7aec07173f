/** Test support: uploads to a demo media server on a port of its own, described to the byte. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { onTestFinished } from 'vitest';
import type { DemoReport } from '../demo/report.ts';
import { createDemoMediaServer, type DemoOptions } from '../server/demo/demo-media-server.ts';

export interface DemoAtWork {
  readonly port: number;
  readonly lastReport: () => DemoReport | null;
  /** Connections that are open at the server now. */
  readonly connections: () => Promise<number>;
  /** `ended`: whether the server closed the connection in order, or reset it. */
  readonly visit: (
    query: string,
    sent?: Partial<Sent>,
  ) => Promise<{ readonly text: string; readonly ended: 'closed' | 'reset' }>;
}

interface Sent {
  readonly body: string;
  readonly headers: readonly string[];
  readonly method: string;
}

/** With a field and a file. */
export const form = [
  '--B\r\nContent-Disposition: form-data; name=to\r\n\r\n+420\r\n',
  '--B\r\nContent-Disposition: form-data; name=file; filename=a.txt\r\n\r\nbytes\r\n--B--\r\n',
].join('');

export async function demoAtWork(options: DemoOptions = {}): Promise<DemoAtWork> {
  const demo = createDemoMediaServer(options);
  const server = createServer((request, response) => void demo.handleUpload(request, response));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    lastReport: () => demo.kept.reports()[0] ?? null,
    connections: () => new Promise((resolve) => server.getConnections((_, count) => resolve(count))),
    visit: async (query, { body = form, headers = [], method = 'POST' } = {}) => {
      const socket = connect(port, '127.0.0.1');
      let ended: 'closed' | 'reset' = 'closed';
      let text = '';
      socket.setEncoding('latin1');
      socket.on('data', (more: string) => {
        text += more;
      });
      socket.on('error', () => {
        ended = 'reset';
      });
      socket.write(requestFor(query, body, headers, method));
      await once(socket, 'close').catch(() => {});
      return { text, ended };
    },
  };
}

export function requestFor(
  query: string,
  body: string,
  headers: readonly string[] = [],
  method = 'POST',
): string {
  const lines = [
    `${method} /demo/upload${query} HTTP/1.1`,
    'Host: localhost',
    'Content-Type: multipart/form-data; boundary=B',
    `Content-Length: ${body.length}`,
    'Connection: close',
    ...headers,
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
