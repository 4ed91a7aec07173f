/** A link to the session for a ticket: without its secrets, and only where a ticket takes one that long. */
import { defaultAssumptions } from '../../core/assumptions.ts';
import { fitOf, linkTo } from '../../links/links.ts';
import { reviewSession } from '../../links/review.ts';
import type { Session } from '../state/session.ts';

/** Null where it would be too long. */
export function sessionLink(session: Session, page: string): string | null {
  const { xml, parameters, account, locale, fileName, mediaType, sample, sampleChosen } = session;
  const assumptions = Object.fromEntries(
    Object.entries(session.assumptions).filter(([id, option]) => !isDefault(id, option)),
  );
  const example = session.chosenFile === null && sampleChosen ? sample : null;
  const media = { example, name: fileName, type: mediaType };
  const shared = { xml, parameters, assumptions, account, locale, media };
  const link = linkTo(reviewSession(shared).sessionWith(new Set()), page);
  return fitOf(link) === 'file' ? null : link;
}

function isDefault(id: string, option: string): boolean {
  return Object.entries(defaultAssumptions).some((entry) => entry[0] === id && entry[1] === option);
}
