/**
 * Uploads to the playground's own public origin. The demo media server is reached by a port of this
 * machine, because the load balancer often can't be reached from inside; every other own address
 * is refused, so that no upload can start another upload through us, and so on.
 */
import { demoUploadPath } from '../../demo/report.ts';
import type { Target } from '../upload/target.ts';

export interface OwnTargets {
  /** The port of the demo media server, where that is meant. */
  readonly port: (target: Target) => number | null;
  /** Why an upload may not go there, for people; null where it isn't our origin. */
  readonly reason: (target: Target) => string | null;
}

export function createOwnTargets(origins: readonly string[], demoPort: () => number): OwnTargets {
  const isOwn = (target: Target) => origins.includes(originOf(target));
  return {
    port: (target) => {
      const [path] = target.requestTarget.split('?', 1);
      return isOwn(target) && path === demoUploadPath ? demoPort() : null;
    },
    reason: (target) =>
      isOwn(target) ? `Of this playground itself, only ${demoUploadPath} takes uploads.` : null,
  };
}

function originOf({ secure, hostname, port }: Target): string {
  // A dot at the end makes a name absolute, and names the same host.
  const host = hostname.includes(':') ? `[${hostname}]` : hostname.replace(/\.$/, '');
  const scheme = secure ? 'https' : 'http';
  // Put together, not parsed: the host is a URL's already, and without its dot it may be invalid.
  return `${scheme}://${host}${port === (secure ? 443 : 80) ? '' : `:${port}`}`;
}
