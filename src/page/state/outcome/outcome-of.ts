/** What came of an upload, as the page says it. Never more than is so: what weakens a success stands in it. */
import type { BuiltRequest } from '../../../core/build-request.ts';
import { serversThatLoseFile } from '../../../language/file-losses.ts';
import { measuredServers } from '../../../language/server-table.ts';
import { rowsFor } from '../../../language/table-rows.ts';
import type { Failure } from '../../../upload/exchange.ts';
import type { Upload } from '../../exchange/exchange.ts';
import type { ShownVerdict } from '../../exchange/reply-reading.ts';
import { acceptedProblem } from '../failures.ts';
import type { VerdictState } from '../use-verdict.ts';
import { type SortedReasons, sortReasons } from './deciding-reason.ts';
import { type SentMedia, sentMedia } from './sent-media.ts';

export type OutcomeTone = 'quiet' | 'good' | 'warn' | 'bad' | 'transport';

export interface Judged extends SortedReasons {
  readonly kind: 'judged';
  readonly tone: 'good' | 'warn' | 'bad';
  readonly title: string;
  readonly media: SentMedia;
  /** Sentences that stand between title and reason. */
  readonly caveats: readonly string[];
  readonly verdict: ShownVerdict;
}

export type Outcome =
  /** On its way, or its reply is being read. */
  | { readonly kind: 'running' }
  /** There is a reply, and no verdict on it. */
  | { readonly kind: 'unjudged'; readonly text: string }
  | { readonly kind: 'transport'; readonly failure: Failure; readonly hasReply: boolean }
  | Judged;

const unjudged = {
  unavailable:
    'The reply arrived, but the part of the page that reads it could not be loaded. Send again to retry.',
  'gave-up':
    'No verdict: the reply is too large to be judged here. Reading it took more than a minute, or more memory than a page gets.',
} as const;

/** `built`: what was sent; null where that is not known. */
export function outcomeOf(
  { exchange, isRunning }: Upload,
  state: VerdictState,
  built: BuiltRequest | null,
): Outcome {
  const { failure, reply } = exchange;
  if (failure && !isRunning) return { kind: 'transport', failure, hasReply: reply !== null };
  if (isRunning || state.kind === 'none' || state.kind === 'judging') return { kind: 'running' };
  if (state.kind !== 'judged') return { kind: 'unjudged', text: unjudged[state.kind] };
  return judged(state.verdict, {
    media: sentMedia(exchange),
    losers: built === null ? 0 : serversThatLoseFile(rowsFor(built)).length,
    isTrustedByHand: acceptedProblem(exchange) !== null,
  });
}

export interface Circumstances {
  readonly media: SentMedia;
  /** How many of the measured servers lose the file of such a request, or refuse it. */
  readonly losers: number;
  /** Its certificate does not verify, and a person accepted it. */
  readonly isTrustedByHand: boolean;
}

export function judged(verdict: ShownVerdict, { media, losers, isTrustedByHand }: Circumstances): Judged {
  const { success, isPartial } = verdict;
  const without = media === 'all' ? null : withoutMedia[media];
  const caveats = [
    ...(isPartial
      ? [
          'Judged by the part of the reply that was kept: it is longer than the playground reads, and with the rest the app may decide otherwise.',
        ]
      : []),
    ...(without === null ? [] : [success ? `${without.text} ${allTheSame}` : without.text]),
    ...(without === null && losers > measuredServers.length / 2
      ? [
          `Most servers don’t get the file from a body like this: ${losers} of the ${measuredServers.length} measured lose it or refuse the request.`,
        ]
      : []),
  ];
  const isDoubtful = caveats.length > 0 || isTrustedByHand;
  return {
    kind: 'judged',
    tone: !success ? 'bad' : isDoubtful ? 'warn' : 'good',
    title: success ? (without?.title ?? 'Upload succeeded') : 'Upload failed',
    media,
    caveats,
    verdict,
    ...sortReasons(verdict),
  };
}

const allTheSame =
  'The app would still take this reply for a success (RES-1), and pass on a URL with nothing of this upload behind it.';

/** Success or not by the reply, nothing was uploaded: the title may not read as if it had been. */
const withoutMedia = {
  absent: { title: 'Upload failed: no media was sent', text: 'The request had no media in it.' },
  empty: { title: 'Upload failed: the media was empty', text: 'The media file has 0 bytes.' },
  unsent: {
    title: 'Upload failed: no media was sent',
    text: 'The server answered before any of the media had been sent.',
  },
  part: {
    title: 'Upload failed: not all media was sent',
    text: 'The server answered when only a part of the media had been sent.',
  },
} as const satisfies Record<Exclude<SentMedia, 'all'>, { readonly title: string; readonly text: string }>;

export function toneOf(outcome: Outcome): OutcomeTone {
  switch (outcome.kind) {
    case 'judged':
      return outcome.tone;
    case 'transport':
      return 'transport';
    case 'running':
    case 'unjudged':
      return 'quiet';
  }
}
