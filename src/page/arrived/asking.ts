/** What the page asks the demo server of this very origin. */
import { areReadings, demoBodiesPath, demoReadingsPath, type Reading } from '../../demo/readings.ts';
import { type DemoReport, demoTimeHeader, demoUploadsPath, isDemoReport } from '../../demo/report.ts';

/** A playground that many use shows nobody what it received. */
export type Withheld = 'withheld';

/** Why there is nothing to show. */
export const askingReasons = {
  asking: 'Asking the demo server…',
  withheld:
    'This playground is shared, so its demo server shows nobody what it received. Start the playground on your own computer to see it.',
  unreachable:
    'The demo server could not be asked. Is the command that started the playground still running?',
} as const;

export interface Uploads {
  /** The newest first. */
  readonly reports: readonly DemoReport[];
  /** Milliseconds that the clock of their times is ahead of the page's, less what the answer took to come. */
  readonly clockAhead: number;
}

export async function askUploads(signal: AbortSignal): Promise<Uploads | Withheld> {
  const response = await fetch(demoUploadsPath, { signal, cache: 'no-store' });
  if (response.status === 403) return 'withheld';
  if (!response.ok) throw new Error(`${demoUploadsPath}: ${response.status}`);
  const answer: unknown = await response.json();
  const time = Date.parse(response.headers.get(demoTimeHeader) ?? '');
  const clockAhead = Number.isNaN(time) ? 0 : time - Date.now();
  if (Array.isArray(answer) && answer.every(isDemoReport)) return { reports: answer, clockAhead };
  throw new Error(`${demoUploadsPath} gave no reports.`);
}

/** Null where the body is no longer kept. */
export async function askReadings(id: string, signal: AbortSignal): Promise<readonly Reading[] | null> {
  const response = await fetch(`${demoReadingsPath}${id}`, { signal, cache: 'no-store' });
  if (response.status === 404) return null;
  const answer: unknown = await response.json();
  if (response.ok && areReadings(answer)) return answer;
  throw new Error(`${demoReadingsPath} gave no readings.`);
}

export async function askBody(id: string, signal: AbortSignal): Promise<ArrayBuffer | null> {
  const response = await fetch(`${demoBodiesPath}${id}`, { signal, cache: 'no-store' });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${demoBodiesPath}: ${response.status}`);
  return response.arrayBuffer();
}
