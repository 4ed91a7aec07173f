/**
 * One light bulb, in the margin of the cursor's line, where something can be fixed there. Monaco's own
 * stands over the text of the line above, or in a margin that this editor does not have.
 */
import { monaco } from './monaco.ts';

const bulbClass = 'codicon-light-bulb';

const options: monaco.editor.IModelDecorationOptions = {
  linesDecorationsClassName: `codicon ${bulbClass}`,
  linesDecorationsTooltip: 'Show fixes (Ctrl .)',
};

export interface LightBulb extends monaco.IDisposable {
  /** After what can be fixed has changed. */
  readonly update: () => void;
}

export function createLightBulb(
  editor: monaco.editor.IStandaloneCodeEditor,
  canFix: (selection: monaco.Selection) => boolean,
): LightBulb {
  const bulb = editor.createDecorationsCollection();
  /** Zero: it is not shown. */
  let shownAt = 0;
  const update = () => {
    const selection = editor.getSelection();
    const line = selection && canFix(selection) ? selection.positionLineNumber : 0;
    // Monaco closes a hover, and with it the fixes asked for in it, where decorations change.
    if (line === shownAt && bulb.length > 0 === line > 0) return;
    shownAt = line;
    const range = new monaco.Range(line, 1, line, 1);
    bulb.set(line === 0 ? [] : [{ range, options }]);
  };
  const listeners = [
    editor.onDidChangeCursorSelection(update),
    editor.onMouseDown(({ target }) => {
      if (target.element?.classList.contains(bulbClass) !== true) return;
      editor.focus();
      editor.trigger('light bulb', 'editor.action.quickFix', null);
    }),
  ];
  return {
    update,
    dispose() {
      for (const listener of listeners) listener.dispose();
    },
  };
}
