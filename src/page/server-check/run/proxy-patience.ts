/** A hosted playground limits what one client sends: its 429 is waited for, and said. */

/** Seconds: longer is given up on. */
const longest = 120;
const unsaid = 5;

/** Milliseconds to wait; null where it is no such refusal, or asks for too much. */
export function waitAsked(status: number, retryAfter: string | null): number | null {
  if (status !== 429) return null;
  const seconds = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : unsaid;
  return seconds > longest ? null : Math.max(1, seconds) * 1000;
}

export function waitWords(milliseconds: number): string {
  return `Waiting ${Math.ceil(milliseconds / 1000)} s: this playground limits how much is sent from here.`;
}

/** Resolves after so long, or as soon as `signal` aborts. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}
