/** What runs of the request do: lead to their source in the Account XML, and highlight it. */
import { useMemo } from 'react';
import { useEditor } from '../state/editor-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { type PlaceKey, sourcesOf } from './request-sources.ts';

export interface RunActions {
  /** Selects the source of a place. */
  readonly follow: (place: PlaceKey) => void;
  /** Highlights it; null: nothing is pointed at any more. */
  readonly point: (place: PlaceKey | null) => void;
}

/** Segments of a body: beyond it, marks at every move of pointer and cursor would cost more than they give. */
export const markLimit = 5000;

export function useRunActions(): RunActions {
  const editor = useEditor();
  const { built } = useRequest();
  return useMemo(() => {
    const { xml } = built.inputs;
    const isMarked = (built.request?.body.length ?? 0) <= markLimit;
    const sourceOf = (place: PlaceKey) => sourcesOf(built).get(place)?.range ?? null;
    return {
      follow(place) {
        const range = sourceOf(place);
        if (range) editor.select(range);
      },
      point(place) {
        editor.showSource(xml, place === null || !isMarked ? null : sourceOf(place));
      },
    };
  }, [built, editor]);
}
