/** How the server behaves that a URL leads to, as far as its URL says so. */
import { tryParseUrl } from '../../core/try-parse-url.ts';
import { demoUploadPath } from '../../demo/report.ts';

export type Behaviour =
  /** Another server, or no URL. */
  | { readonly kind: 'elsewhere' }
  /** The demo server, which does what it should. */
  | { readonly kind: 'normal' }
  /** The demo server, asked for one status (docs/failing-servers.md). */
  | { readonly kind: 'status'; readonly status: string }
  /** The demo server, asked for a scenario; whether there is one of that name is not known here. */
  | { readonly kind: 'scenario'; readonly name: string };

/** `origin` is that of the page. */
export function behaviourOf(url: string | null | undefined, origin: string): Behaviour {
  const parsed = url ? tryParseUrl(url) : null;
  if (parsed?.origin !== origin || parsed.pathname !== demoUploadPath) return { kind: 'elsewhere' };
  const name = parsed.searchParams.get('scenario');
  if (name !== null) return { kind: 'scenario', name };
  const status = parsed.searchParams.get('status');
  return status === null ? { kind: 'normal' } : { kind: 'status', status };
}
