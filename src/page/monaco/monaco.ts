/** Monaco with what this page needs of it, and its worker. The only way to Monaco. */
import * as monaco from 'monaco-editor/editor';
import './monaco-features.ts';
import { conf, language } from 'monaco-editor/languages/definitions/xml/xml';
import { stopMeasuringKeys } from './input-latency.ts';

declare global {
  interface Window {
    MonacoEnvironment?: { readonly getWorker: () => Worker };
  }
}

window.MonacoEnvironment = {
  getWorker: () => new Worker(new URL('./editor-worker.ts', import.meta.url), { type: 'module' }),
};

stopMeasuringKeys();

// Monaco's own registration loads these when an editor asks for them: it would be drawn without colours first.
monaco.languages.register({ id: 'xml' });
monaco.languages.setLanguageConfiguration('xml', conf);
monaco.languages.setMonarchTokensProvider('xml', language);

export { monaco };
