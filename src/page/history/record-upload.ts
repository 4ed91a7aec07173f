/** Writes an upload into the history. That it can't be written is data, and disturbs nothing. */
import type { BuiltRequest } from '../../core/build-request.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { loadFailures } from '../state/failures.ts';
import { outcomeOf } from '../state/outcome/outcome-of.ts';
import { hashSentMedia, sha256 } from '../state/outcome/sent-media-hash.ts';
import type { Session } from '../state/session.ts';
import { storable } from '../state/stored-session.ts';
import type { Stored } from '../storage/database.ts';
import { addUpload } from '../storage/uploads.ts';
import { detailsOf, type SentUpload, summaryOf } from './entry-of.ts';
import { announceHistoryChange } from './history-changes.ts';
import { keepHistory } from './keep-history.ts';
import { keptForms, type ToKeep } from './kept-forms.ts';
import { keptFormsAside } from './kept-forms-aside.ts';
import type { UnrecordedUpload } from './recording.ts';

export async function recordUpload(one: UnrecordedUpload): Promise<Stored<void>> {
  const { upload, reading, verdict, built, session } = one;
  const { exchange, earlier, isRunning } = upload;
  const outcome = outcomeOf(upload, verdict, built);
  const sent: SentUpload = {
    upload,
    outcome,
    reading: reading?.kind === 'read' ? reading.reading : null,
    built,
    // Of one under way nothing is awaited: the page may be about to go.
    mediaHash: isRunning ? null : await mediaHash(exchange),
    failures: outcome.kind === 'transport' ? await loadFailures().catch(() => null) : null,
  };
  const toKeep: ToKeep = {
    summary: summaryOf(sent),
    details: detailsOf(sent, storable(sessionOf(session, built))),
    built,
    plan: exchange.sent.plan,
    withPasswords: keepHistory.read() === 'with passwords',
  };
  const { summary, details, bytes } = isRunning ? keptForms(toKeep) : await keptFormsAside(toKeep);
  const id = newId();
  const stored = await addUpload({
    upload: {
      id,
      at: (earlier[0]?.exchange ?? exchange).sent.startedAt,
      bytes,
      name: '',
      isPinned: false,
      summary,
    },
    details: { id, details },
  });
  announceHistoryChange();
  return stored;
}

/** To the letter what it was built from, whatever was typed since. */
function sessionOf(session: Session, built: BuiltRequest | null): Session {
  if (built === null) return session;
  const { xml, account = 1, locale = '', parameters, assumptions, boundary } = built.inputs;
  return { ...session, xml, account, locale, parameters, assumptions, boundary };
}

/** Of a large file what its hashes of each MiB tell, once they have been taken. */
async function mediaHash(exchange: Exchange): Promise<SentUpload['mediaHash']> {
  try {
    const whole = await hashSentMedia(exchange);
    if (whole !== null) return { kind: 'sha256', value: whole };
    const chosen = exchange.local?.chosen;
    if (chosen?.kind !== 'by-reference') return null;
    const fingerprint = await Promise.race([chosen.fingerprint, null]);
    if (fingerprint?.kind !== 'taken') return null;
    const value = await sha256(new Blob([...fingerprint.blocks]));
    return value === null ? null : { kind: 'blocks', value };
  } catch {
    // The file is another by now.
    return null;
  }
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36)).join('');
}
