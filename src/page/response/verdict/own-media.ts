/**
 * The media that a media_url leads to, where that is an upload which this page's own demo server keeps. No other
 * address is ever asked for by the page: its Content-Security-Policy allows none, and who pressed Send did
 * not ask for it.
 */
import { demoMediaPath, keptMedia } from '../../../demo/report.ts';

/** To the letter, without a query: whatever a server writes can lead to nothing else of this origin. */
export function isOwnMedia(url: string, origin: string): boolean {
  const start = `${origin}${demoMediaPath}`;
  return url.startsWith(start) && /^[\w-]{1,200}$/.test(url.slice(start.length));
}

export type OwnMedia =
  | {
      readonly kind: 'picture' | 'clip';
      readonly blob: Blob;
      /** Byte for byte what was sent; null where that can't be read any more. */
      readonly isSame: boolean | null;
    }
  | { readonly kind: 'fault'; readonly text: string };

/** For head and body together. Milliseconds. */
const patience = 20_000;
const minutes = keptMedia.milliseconds / 60_000;

const fault = (text: string): OwnMedia => ({ kind: 'fault', text });

/** `sent`: the media as it went out; null where it is not at hand. */
export async function askOwnMedia(
  url: string,
  sent: Blob | null,
  signal: AbortSignal,
  ask: typeof fetch = fetch,
): Promise<OwnMedia> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  try {
    const response = await ask(url, {
      signal: AbortSignal.any([signal, late.signal]),
      cache: 'no-store',
      redirect: 'error',
    });
    if (response.status === 404)
      return fault(`The demo server no longer has it: it keeps an upload for ${minutes} minutes.`);
    if (!response.ok) return fault(`The demo server answered ${response.status}.`);
    const type = response.headers.get('Content-Type') ?? '';
    const kind = type.startsWith('image/') ? 'picture' : type.startsWith('video/') ? 'clip' : null;
    const length = Number(response.headers.get('Content-Length') ?? 0);
    if (kind === null || length > keptMedia.bytes) {
      late.abort();
      return fault(
        kind === null ? 'Neither a JPEG photo nor an MP4 clip: no preview.' : 'Too large to show.',
      );
    }
    const blob = await response.blob();
    return { kind, blob, isSame: sent && (await isSameBlob(blob, sent)) };
  } catch (error) {
    if (signal.aborted) throw error;
    return fault(
      late.signal.aborted
        ? `The demo server did not send it within ${patience / 1000} seconds.`
        : 'The demo server could not be asked for it.',
    );
  } finally {
    clearTimeout(timer);
  }
}

const step = 1024 * 1024;

/** Null where one of them can't be read: a file may have changed since. */
async function isSameBlob(one: Blob, other: Blob): Promise<boolean | null> {
  if (one.size !== other.size) return false;
  try {
    for (let at = 0; at < one.size; at += step) {
      const [a, b] = await Promise.all(
        [one, other].map(async (blob) => new Uint8Array(await blob.slice(at, at + step).arrayBuffer())),
      );
      if (a === undefined || b === undefined || !a.every((byte, index) => byte === b[index])) return false;
    }
    return true;
  } catch {
    return null;
  }
}
