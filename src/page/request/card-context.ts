/** Which span of the request is explained, for those who open the card and for the card itself. */
import { requiredContext } from '../state/required-context.ts';
import type { PlaceKey } from './request-sources.ts';

/** The card that explains a span of the request, and the element that it is about. */
export interface OpenCard {
  readonly place: PlaceKey;
  readonly anchor: Element;
  /** The text field that had the focus before: it goes back there. Null: to the span. */
  readonly before: Element | null;
}

export interface CardActions {
  readonly show: (card: OpenCard | null) => void;
  /** The one that is open, for those who are not drawn anew with it. */
  readonly current: () => OpenCard | null;
}

export const [CardProvider, useCard] = requiredContext<CardActions>('Card');
