/**
 * The exact texts that the editor's undo can't bring back by itself: its memory has no BOM and one
 * kind of line end. So the page keeps them, and puts them back.
 */

export interface ExactTexts {
  /** `version`: the editor's number of this state, which undo and redo come back to. */
  readonly remember: (version: number, text: string, when?: 'always' | 'if-mixed') => void;
  readonly recall: (version: number) => string | undefined;
}

/** Characters kept in all; older states are forgotten first. */
const room = 16 * 1024 * 1024;

export function createExactTexts(): ExactTexts {
  const texts = new Map<number, string>();
  let kept = 0;
  const forget = (version: number) => {
    kept -= texts.get(version)?.length ?? 0;
    texts.delete(version);
  };
  return {
    remember(version, text, when = 'if-mixed') {
      if (texts.get(version) === text) return;
      forget(version);
      if (when === 'if-mixed' && !hasMixedLineEnds(text)) return;
      texts.set(version, text);
      kept += text.length;
      for (const oldest of texts.keys()) {
        if (kept <= room || oldest === version) break;
        forget(oldest);
      }
    },
    recall: (version) => texts.get(version),
  };
}

/** Also where all are CR: the editor has none of that kind. */
function hasMixedLineEnds(text: string): boolean {
  if (!text.includes('\r')) return false;
  return /\r(?!\n)/.test(text) || /(?:^|[^\r])\n/.test(text);
}
