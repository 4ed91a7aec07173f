/** A limit of size: between the largest upload that passed and the smallest that failed. */
import type { DiagnosedCause, Remedy } from '../../server-check/report.ts';
import { lastUpload } from '../evidence.ts';
import {
  type Cause,
  type Facts,
  type Failed,
  failedIn,
  hasPassed,
  headerOf,
  isLikely,
  saidIn,
} from '../facts.ts';
import { type BodyLimit, bodyLimits, linesOf } from './body-limits.ts';

/** With the size that each name stands for. */
const sizes = ['size-tiny', 'photo', 'size-0-9-mb', 'size-2-1-mb', 'size-8-1-mb', 'size-64-mb'];

const raise = 'Raise the limit, and restart the server:';

export const sizeLimit: Cause = (facts) => {
  const first = sizes.findIndex((name) => failedIn(facts, name) !== null);
  const smallest = failedIn(facts, sizes[first] ?? '');
  const below = sizes.slice(0, first).findLast((name) => hasPassed(facts, name));
  if (smallest === null || below === undefined) return null;
  const failed = sizes.slice(first).flatMap((name) => failedIn(facts, name) ?? []);
  const evidence = [`${below} passed.`, ...failed.map(saidIn)];
  const explains = failed.map(({ name }) => name);
  const cut = cutFile(facts, smallest);
  if (cut !== null) return { ...cut, evidence: [...evidence, ...cut.evidence], explains };
  const named = bodyLimits.find((limit) => saysItself(limit, smallest));
  if (named !== undefined) return causeOf(named, 'high', [...evidence, saidBy(named, smallest)], explains);
  const php = phpLimit(facts, smallest);
  if (php !== null) return { ...php, evidence: [...evidence, ...php.evidence], explains };
  const fitting = bodyLimits.filter(
    ({ readers, statuses }) => isLikely(facts, ...readers) && statuses.includes(smallest.status),
  );
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return causeOf(only, 'medium', evidence, explains);
  const isRefused = smallest.status === 413;
  return {
    id: 'limit',
    title: isRefused
      ? 'Something takes no larger body: the server’s program, or a proxy before it'
      : 'Larger uploads fail',
    confidence: isRefused ? 'medium' : 'low',
    evidence,
    explains,
    remedies: [
      ...usual.map((limit) => linesOf(limit, `If it is ${limit.title.split(' ', 1)[0]}:`)),
      ...(isRefused ? [] : [phpLines(`If it is PHP:`)]),
    ],
  };
};

const usual = bodyLimits.filter(({ id }) => id === 'limit-nginx');

function saysItself({ says, front, statuses }: BodyLimit, failed: Failed): boolean {
  if (says?.test(failed.text) === true) return true;
  if (front === undefined || !statuses.includes(failed.status)) return false;
  return front.test(headerOf(failed, 'Server')) || front.test(failed.text);
}

function saidBy({ says, front }: BodyLimit, failed: Failed): string {
  const words = says?.exec(failed.text)?.[0];
  if (words !== undefined) return `Its reply says “${words}”.`;
  const server = headerOf(failed, 'Server');
  if (front?.test(server) === true) return `That reply’s header Server says “${server}”.`;
  return `That reply’s page says “${front?.exec(failed.text)?.[0] ?? ''}”.`;
}

function causeOf(
  limit: BodyLimit,
  confidence: DiagnosedCause['confidence'],
  evidence: readonly string[],
  explains: readonly string[],
): DiagnosedCause {
  const { id, title } = limit;
  return { id, title, confidence, evidence, explains, remedies: [linesOf(limit, raise)] };
}

type Part = Omit<DiagnosedCause, 'explains'>;

/** PHP says nothing by itself: above 2 MB the file is gone, above 8 MB all of the form is. */
function phpLimit(facts: Facts, smallest: Failed): Part | null {
  const at = { 'size-2-1-mb': 'upload_max_filesize', 'size-8-1-mb': 'post_max_size' }[smallest.name];
  if (at === undefined || smallest.status === 413 || smallest.upload?.reply == null) return null;
  const isPhp = isLikely(facts, 'php', 'apache-php');
  const withoutFile = lastUpload(facts.evidence.result('without-file'));
  const isAsWithout =
    withoutFile?.reply?.status === smallest.status &&
    withoutFile.verdict?.shown === smallest.upload.verdict?.shown;
  if (!isPhp && !isAsWithout) return null;
  const limit = at === 'upload_max_filesize' ? '2 MB' : '8 MB';
  return {
    id: 'limit-php',
    title: `PHP drops larger files (${at}, ${limit} unless set)`,
    confidence: isPhp && isAsWithout ? 'high' : 'medium',
    evidence: [
      `Between the two lie the ${limit} of ${at}.`,
      ...(isAsWithout ? ['It was answered like the upload without a file.'] : []),
    ],
    remedies: [phpLines(raise)],
  };
}

function phpLines(text: string): Remedy {
  return { kind: 'lines', text, where: 'php.ini', lines: 'upload_max_filesize = 100M\npost_max_size = 110M' };
}

/** The reply says success and the file is shorter: busboy stops at its limit and goes on without a word. */
function cutFile(facts: Facts, smallest: Failed): Part | null {
  if (smallest.result.arrival !== 'different' || smallest.upload?.verdict?.success !== true) return null;
  const isBusboy = isLikely(facts, 'busboy', 'fastify');
  return {
    id: 'file-cut',
    title: 'The server keeps a part of larger files and says success',
    confidence: 'high',
    evidence: ['The reply says success, and media_url gives other bytes than were uploaded.'],
    remedies: [
      {
        kind: 'lines',
        text: isBusboy
          ? 'busboy cuts a file at its limit and says so only by an event. Raise the limit, and refuse what is cut:'
          : 'Look for a limit that cuts instead of refusing. With busboy it is this one:',
        where: 'where busboy is made',
        lines:
          "const form = busboy({ headers: req.headers, limits: { fileSize: 100 * 1024 * 1024 } });\nform.on('file', (name, file) => file.on('limit', () => refuse(413, 'The file is too large.')));",
      },
    ],
  };
}
