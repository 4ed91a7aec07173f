/** What runs of the request do: explain themselves, and highlight their source in the Account XML. */
import { useMemo } from 'react';
import { useEditor } from '../state/editor-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { type OpenCard, useCard } from './card-context.ts';
import { type PlaceKey, sourcesOf } from './request-sources.ts';

export interface RunActions {
  /** Opens the card of a place, beside the element that was asked. */
  readonly explain: (card: OpenCard) => void;
  readonly isExplaining: () => boolean;
  /** Where the focus was before the card that is open; null where none is. */
  readonly beforeOpen: () => Element | null;
  /** Highlights its source; null: nothing is pointed at any more. */
  readonly point: (place: PlaceKey | null) => void;
}

/** Segments of a body: beyond it, marks at every move of pointer and cursor would cost more than they give. */
export const markLimit = 5000;

export function useRunActions(): RunActions {
  const editor = useEditor();
  const { built } = useRequest();
  const cards = useCard();
  return useMemo(() => {
    const { xml } = built.inputs;
    const isMarked = (built.request?.body.length ?? 0) <= markLimit;
    const sourceOf = (place: PlaceKey) => sourcesOf(built).get(place)?.range ?? null;
    return {
      explain: cards.show,
      isExplaining: () => cards.current() !== null,
      beforeOpen: () => cards.current()?.before ?? null,
      point(place) {
        // What the card is about stays marked.
        const shown = place !== null && isMarked ? place : (cards.current()?.place ?? null);
        editor.showSource(xml, shown === null ? null : sourceOf(shown));
      },
    };
  }, [built, editor, cards]);
}
