/** A link to the session for a ticket: without its secrets, and only where a ticket takes one that long. */
import { fitOf, linkTo } from '../../links/links.ts';
import { reviewSession } from '../../links/review.ts';
import type { Session } from '../state/session.ts';
import { sharedOf } from '../state/sharing/open-shared.ts';

/** Null where it would be too long. */
export function sessionLink(session: Session, page: string): string | null {
  const link = linkTo(reviewSession(sharedOf(session)).sessionWith(new Set()), page);
  return fitOf(link) === 'file' ? null : link;
}
