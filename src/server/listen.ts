/** Opens a port, or says why it can't be. */
import type { Server } from 'node:http';

export type ListenResult = { readonly kind: 'listening'; readonly port: number } | ListenFailure;

export interface ListenFailure {
  readonly kind: 'failed';
  readonly code: 'port-taken' | 'other';
  /** For people; says what to do. */
  readonly text: string;
}

/** Port 0 takes a free one. */
export async function listen(server: Server, port: number, host: string): Promise<ListenResult> {
  const problem = await new Promise<Error | null>((resolve) => {
    server.once('error', resolve);
    try {
      server.listen(port, host, () => {
        server.off('error', resolve);
        resolve(null);
      });
    } catch (error) {
      // An invalid port is thrown, not reported.
      resolve(error instanceof Error ? error : new Error(String(error)));
    }
  });
  if (problem !== null) return failure(problem, port);
  // A connection that could not be accepted, for lack of descriptors for example: the next one may be.
  server.on('error', () => {});
  const address = server.address();
  return {
    kind: 'listening',
    port: typeof address === 'object' && address !== null ? address.port : port,
  };
}

/** Ends every connection, too. */
export function closeAtOnce(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function failure(problem: Error, port: number): ListenFailure {
  const code = 'code' in problem ? problem.code : undefined;
  if (code === 'EADDRINUSE') {
    const text = `Port ${port} is taken. Choose another one with --port, or 0 for any free one.`;
    return { kind: 'failed', code: 'port-taken', text };
  }
  return { kind: 'failed', code: 'other', text: `Port ${port} could not be opened: ${problem.message}` };
}
