/** Monaco ships these modules without their types. */
declare module 'monaco-editor/languages/definitions/xml/xml' {
  import type { languages } from 'monaco-editor/editor';
  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage;
}

declare module 'monaco-editor/base/browser/performance' {
  export const inputLatency: object;
}
