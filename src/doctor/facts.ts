/** What the causes are decided by: which scenarios failed and how, and what probably reads the uploads. */
import type { DiagnosedCause, RecordedExchange, ScenarioResult } from '../server-check/report.ts';
import { type Evidence, header, lastUpload, takenIn } from './evidence.ts';
import { alike, type Reading, type ScoredReader } from './readers.ts';

export interface Facts {
  readonly evidence: Evidence;
  readonly reading: Reading;
}

/** What a cause says of itself; null where there is no sign of it. */
export type Cause = (facts: Facts) => DiagnosedCause | null;

export interface Failed {
  readonly name: string;
  readonly result: ScenarioResult;
  /** Its last upload; null where nothing was sent for it. */
  readonly upload: RecordedExchange | null;
  /** 0 without a reply. */
  readonly status: number;
  /** Of the reply's body. */
  readonly text: string;
}

export function failedIn({ evidence }: Facts, name: string): Failed | null {
  const result = evidence.result(name);
  if (result?.outcome !== 'failed') return null;
  const upload = lastUpload(result);
  return {
    name,
    result,
    upload,
    status: upload?.reply?.status ?? 0,
    text: upload?.reply?.body.text ?? '',
  };
}

export function hasPassed({ evidence }: Facts, name: string): boolean {
  const outcome = evidence.result(name)?.outcome;
  return outcome === 'passed' || outcome === 'warning';
}

/** Of probes, too, which can't fail. */
export const isTaken = ({ evidence }: Facts, name: string) => takenIn(evidence.result(name));

export const headerOf = ({ upload }: Failed, name: string) =>
  upload?.reply == null ? '' : header(upload.reply, name);

/** Readers that are likely enough to build on; empty where none is. */
export function likelyReaders({ reading }: Facts): readonly ScoredReader[] {
  const candidates = alike(reading);
  const sum = candidates.reduce((total, { probability }) => total + probability, 0);
  return sum >= 0.7 && candidates.length <= mostAlike ? candidates : [];
}

/** More than these are no answer. */
export const mostAlike = 5;

export const isLikely = (facts: Facts, ...ids: readonly string[]) =>
  likelyReaders(facts).some(({ server }) => ids.includes(server.id));

/** `Status 413: “…”.`, or what became of the connection. */
export function saidIn({ name, upload, status }: Failed): string {
  if (upload === null) return `${name} failed.`;
  if (upload.reply === null) return `${name}: no complete reply (${upload.failure?.title ?? 'no reply'}).`;
  const shown = upload.verdict?.shown;
  const said = shown == null || upload.verdict?.generic === true ? '' : `, “${shown.slice(0, 80)}”`;
  return `${name}: status ${status}${said}.`;
}
