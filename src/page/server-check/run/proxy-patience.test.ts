import { describe, expect, it } from 'vitest';
import { wait, waitAsked, waitWords } from './proxy-patience.ts';

describe('a limit of the playground itself', () => {
  it.each([
    [429, '7', 7000],
    [429, '0', 1000],
    [429, null, 5000],
    [429, 'Fri, 27 Nov 2026 08:00:00 GMT', 5000],
    [429, '121', null],
    [403, '7', null],
    [503, '7', null],
  ])('%i with Retry-After %s is waited for so long: %s ms', (status, retryAfter, expected) => {
    expect(waitAsked(status, retryAfter)).toBe(expected);
  });

  it('is said while it is waited for', () => {
    expect(waitWords(7000)).toBe('Waiting 7 s: this playground limits how much is sent from here.');
  });

  it('is not waited for once it is stopped', async () => {
    const stop = new AbortController();
    const waiting = wait(3_600_000, stop.signal);
    stop.abort();
    await waiting;
    await wait(3_600_000, stop.signal);
    expect(stop.signal.aborted).toBe(true);
  });
});
