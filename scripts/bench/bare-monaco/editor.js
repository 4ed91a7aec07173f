import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/xml/register';

window.MonacoEnvironment = {
  getWorker: () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }),
};

export function createEditor(host, value) {
  monaco.editor.create(host, { value, language: 'xml', automaticLayout: true });
}
