/** Between the request and the Account XML: a click leads to the source, the cursor to what it reaches. */
import { type RefObject, useCallback, useMemo, useState } from 'react';
import type { BuiltRequest } from '../../core/build-request.ts';
import type { Range } from '../../core/source/diagnostics.ts';
import type { AccountEditorHandle } from '../account/account-editor.tsx';
import { offsetAt } from '../monaco/line-edits.ts';
import type { TextSpan } from '../monaco/xml-editor.ts';
import type { RunActions } from '../request/run-actions.ts';
import { type PlaceKey, sourcesOf } from './request-sources.ts';
import { useReach } from './use-affected-places.ts';

interface Provenance {
  readonly actions: RunActions;
  readonly onCursor: (selection: TextSpan | null) => void;
}

/** Segments of a body: beyond it, marks at every move of pointer and cursor would cost more than they give. */
const markLimit = 5000;

/** `showRange` selects a range of the text that the request was built from. */
export function useProvenance(
  built: BuiltRequest,
  editor: RefObject<AccountEditorHandle | null>,
  showRange: (range: Range) => void,
): Provenance {
  const [selection, onCursor] = useState<TextSpan | null>(null);
  const { xml } = built.inputs;
  const isMarked = (built.request?.body.length ?? 0) <= markLimit;
  const actions = useMemo((): RunActions => {
    const sourceOf = (place: PlaceKey) => sourcesOf(built).get(place)?.range ?? null;
    return {
      follow(place) {
        const range = sourceOf(place);
        if (range) showRange(range);
      },
      point(place) {
        editor.current?.showSource(xml, place === null || !isMarked ? null : sourceOf(place));
      },
    };
  }, [built, xml, isMarked, editor, showRange]);
  const cursor = useCallback(() => {
    // In a text that has moved on, the same place would be another.
    if (selection === null || !isMarked || editor.current?.text() !== xml) return null;
    return { start: offsetAt(xml, selection.start), end: offsetAt(xml, selection.end) };
  }, [selection, xml, isMarked, editor]);
  useReach(built, cursor);
  return { actions, onCursor };
}
