/**
 * Certificates that do not verify and that a person accepted all the same: one a server, for this tab.
 * They live beside the session in the tab's own storage and end with it; no document, link or file
 * brings one in.
 */
import type { RequestPlan } from '../../core/request/plan.ts';
import type { OpenStorage } from './stored-session.ts';

/** The fingerprint by host and port: `media.example:443`. */
export type AcceptedCertificates = Readonly<Record<string, string>>;

const key = 'media-upload-playground.accepted-certificates.v1';
const fingerprint = /^[0-9A-F]{2}(?::[0-9A-F]{2}){31}$/;

/** Host and port of a request over TLS; null for one without. */
export function serverOf({ url, secure }: Pick<RequestPlan, 'url' | 'secure'>): string | null {
  if (!secure) return null;
  const { hostname, port } = new URL(url);
  return `${hostname}:${port === '' ? '443' : port}`;
}

export function loadAccepted(open: OpenStorage): AcceptedCertificates {
  try {
    const stored: unknown = JSON.parse(open().getItem(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const good = Object.entries(stored).filter(([, value]) => fingerprint.test(String(value)));
    return Object.fromEntries(good);
  } catch {
    return {};
  }
}

/** That storage fails costs no more than that a reload asks again. */
export function saveAccepted(open: OpenStorage, accepted: AcceptedCertificates): void {
  try {
    open().setItem(key, JSON.stringify(accepted));
  } catch {
    // Kept in memory, then.
  }
}

export function withAccepted(
  accepted: AcceptedCertificates,
  server: string,
  print: string | null,
): AcceptedCertificates {
  const { [server]: _, ...others } = accepted;
  return print === null ? others : { ...others, [server]: print };
}
