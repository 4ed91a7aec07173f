/** Test support: what the process holds open, to see that nothing of it leaks. */
import { readdirSync } from 'node:fs';

const sockets = new Set(['TCPSocketWrap', 'TCPServerWrap', 'TLSWrap']);

/** Open descriptors, where the system lists them; else the sockets that Node knows of. */
export function openDescriptors(): number {
  try {
    // Less the one that reads this list.
    return readdirSync('/proc/self/fd').length - 1;
  } catch {
    return process.getActiveResourcesInfo().filter((each) => sockets.has(each)).length;
  }
}
