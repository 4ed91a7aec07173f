/** How the editor is set: a plain, exact text editor that changes nothing unasked. */
import type { monaco } from './monaco.ts';

export const xmlEditorOptions: monaco.editor.IStandaloneEditorConstructionOptions = {
  ariaLabel: 'Account XML',
  automaticLayout: true,
  fixedOverflowWidgets: true,

  fontFamily: '"JetBrains Mono Variable", "JetBrains Mono Fallback", ui-monospace, monospace',
  fontSize: 12.5,
  lineHeight: 19,
  fontLigatures: false,
  padding: { top: 8, bottom: 8 },
  lineNumbersMinChars: 3,
  // Dimmed, the number of the last line has too little contrast to be read.
  renderFinalNewline: 'on',
  // The light bulb stands there.
  lineDecorationsWidth: 16,
  folding: false,
  glyphMargin: false,
  minimap: { enabled: false },
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollBeyondLastLine: false,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  stickyScroll: { enabled: false },
  wordWrap: 'on',
  wrappingIndent: 'none',
  // At markup and white space only: a break at a dot or an @ would tell where a hidden password has one.
  wordWrapBreakBeforeCharacters: '<&',
  wordWrapBreakAfterCharacters: '> \t',
  // Tab leaves it: nobody is held who has a keyboard alone (WCAG 2.1.2). A setting turns indenting on.
  tabFocusMode: true,
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  renderControlCharacters: true,
  matchBrackets: 'never',
  bracketPairColorization: { enabled: false },
  guides: { indentation: false },
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true },
  occurrencesHighlight: 'off',
  selectionHighlight: false,

  // A line end of its own kind inside the text is the document's business.
  unusualLineTerminators: 'off',
  autoClosingBrackets: 'never',
  autoClosingQuotes: 'never',
  autoSurround: 'never',
  autoIndent: 'keep',
  linkedEditing: false,
  formatOnPaste: false,
  formatOnType: false,
  pasteAs: { enabled: false },
  dropIntoEditor: { enabled: false },
  dragAndDrop: false,
  links: false,
  quickSuggestions: false,
  suggestOnTriggerCharacters: true,
  acceptSuggestionOnCommitCharacter: false,
  // Where exactly what is offered was typed already, Enter breaks the line.
  acceptSuggestionOnEnter: 'smart',
  suggest: { insertMode: 'replace', showWords: false, localityBonus: false },
  // light-bulb.ts has the one that is shown.
  lightbulb: { enabled: 'off' as monaco.editor.ShowLightbulbIconMode },
  wordBasedSuggestions: 'off',
};
