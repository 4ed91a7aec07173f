/** Headers of every file of the page. What the page may load or do is said here, once. */

/**
 * Monaco writes style attributes, hence `unsafe-inline` for styles; scripts stay our own files. Pictures and clips are
 * this server's own: a media_url on another server is opened in a tab of its own when a person asks for it.
 * Letting all of them in would let any reply choose whom this browser asks.
 */
const policy: readonly string[] = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
];

const policyHeader = 'Content-Security-Policy';

export const securityHeaders: Readonly<Record<string, string>> = {
  [policyHeader]: policy.join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The workers that hash a file or a body are WebAssembly. They run under the policy of their own files. */
const hashingWorker = /^\/assets\/(?:body-check|fingerprint)-worker-[\w-]+\.js(?:\?|$)/;

/**
 * `target`: the path that is asked for. Only these workers may compile WebAssembly; they have no document, and
 * the page itself stays without.
 */
export function securityHeadersFor(target: string): Readonly<Record<string, string>> {
  if (!hashingWorker.test(target)) return securityHeaders;
  const scripts = "script-src 'self' 'wasm-unsafe-eval'";
  const ofWorker = policy.map((directive) => (directive.startsWith('script-src ') ? scripts : directive));
  return { ...securityHeaders, [policyHeader]: ofWorker.join('; ') };
}
