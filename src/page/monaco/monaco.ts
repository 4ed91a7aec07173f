/** Monaco with what this page needs of it, and its worker. The only way to Monaco. */
import * as monaco from 'monaco-editor/editor';
import './monaco-features.ts';
import 'monaco-editor/languages/definitions/xml/register';
// Else it would be a file of its own, asked for when the editor is there already.
import 'monaco-editor/languages/definitions/xml/xml';

declare global {
  interface Window {
    MonacoEnvironment?: { readonly getWorker: () => Worker };
  }
}

window.MonacoEnvironment = {
  getWorker: () => new Worker(new URL('./editor-worker.ts', import.meta.url), { type: 'module' }),
};

export { monaco };
