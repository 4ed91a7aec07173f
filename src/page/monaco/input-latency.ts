/**
 * Monaco measures every key press and nobody asks for it. Where the browser has lost one of its marks, it throws
 * at every key from then on.
 */
import { inputLatency } from 'monaco-editor/base/browser/performance';

export function stopMeasuringKeys(): void {
  const nothing = () => {};
  Object.assign(inputLatency, {
    onKeyDown: nothing,
    onBeforeInput: nothing,
    onInput: nothing,
    onKeyUp: nothing,
    onSelectionChange: nothing,
    onRenderStart: nothing,
  });
}
