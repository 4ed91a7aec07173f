/** The editor's two themes, in the colours of the page (src/index.css). */
import { monaco } from './monaco.ts';

export type EditorTheme = 'light' | 'dark';

const names = { light: 'playground-light', dark: 'playground-dark' } as const;

export function defineThemes(): void {
  monaco.editor.defineTheme(names.light, {
    base: 'vs',
    inherit: true,
    rules: [
      { token: 'tag.xml', foreground: '6a3d9a' },
      { token: 'delimiter.xml', foreground: '6a7280' },
      { token: 'attribute.name.xml', foreground: '7a4a00' },
      { token: 'attribute.value.xml', foreground: '0d6a3b' },
      { token: 'comment.xml', foreground: '66707d' },
      { token: 'comment.content.xml', foreground: '66707d' },
      { token: 'metatag.xml', foreground: '66707d' },
      { token: 'string.escape.xml', foreground: '66707d' },
    ],
    colors: {
      'editor.background': '#ffffff',
      'editor.foreground': '#171a21',
      'editorLineNumber.foreground': '#6c7482',
      'editorLineNumber.activeForeground': '#171a21',
      'editor.lineHighlightBackground': '#f6f7f9',
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': '#cdd8ff',
      'editorCursor.foreground': '#2f4fd0',
      'editorError.foreground': '#d02c3b',
      'editorWarning.foreground': '#c07a10',
      'editorInfo.foreground': '#4f78b0',
      'editorWidget.background': '#ffffff',
      'editorWidget.border': '#d4d8df',
      focusBorder: '#2f4fd0',
      'editorWidget.foreground': '#171a21',
      'editorHoverWidget.background': '#ffffff',
      'editorHoverWidget.border': '#d3d7de',
      'editorHoverWidget.statusBarBackground': '#f6f7f9',
      'editorSuggestWidget.background': '#ffffff',
      'editorSuggestWidget.border': '#d3d7de',
      'editorSuggestWidget.selectedBackground': '#eaeefc',
      'editorSuggestWidget.selectedForeground': '#171a21',
      'editorSuggestWidget.selectedIconForeground': '#171a21',
      'editorSuggestWidget.highlightForeground': '#2f4fd0',
      'editorSuggestWidget.focusHighlightForeground': '#2f4fd0',
      'editorActionList.background': '#ffffff',
      'editorActionList.focusBackground': '#eaeefc',
      'editorActionList.focusForeground': '#171a21',
      'menu.background': '#ffffff',
      'menu.foreground': '#171a21',
      'menu.border': '#d3d7de',
      'menu.separatorBackground': '#e3e6eb',
      'menu.selectionBackground': '#eaeefc',
      'menu.selectionForeground': '#171a21',
      'quickInput.background': '#ffffff',
      'quickInputList.focusBackground': '#eaeefc',
      'quickInputList.focusForeground': '#171a21',
      'quickInputList.focusIconForeground': '#171a21',
      'list.highlightForeground': '#2f4fd0',
      'list.focusHighlightForeground': '#2f4fd0',
      'widget.shadow': '#0000003d',
      'textLink.foreground': '#2f4fd0',
    },
  });
  monaco.editor.defineTheme(names.dark, {
    base: 'vs-dark',
    inherit: true,
    rules: [
      { token: 'tag.xml', foreground: 'c8a6f5' },
      { token: 'delimiter.xml', foreground: '8a94a3' },
      { token: 'attribute.name.xml', foreground: 'f0bf6a' },
      { token: 'attribute.value.xml', foreground: '6fd39b' },
      { token: 'comment.xml', foreground: '8f99a8' },
      { token: 'comment.content.xml', foreground: '8f99a8' },
      { token: 'metatag.xml', foreground: '8f99a8' },
      { token: 'string.escape.xml', foreground: '8f99a8' },
    ],
    colors: {
      'editor.background': '#14171c',
      'editor.foreground': '#e4e7ec',
      'editorLineNumber.foreground': '#7d8694',
      'editorLineNumber.activeForeground': '#e4e7ec',
      'editor.lineHighlightBackground': '#1b1f26',
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': '#34437c',
      'editorCursor.foreground': '#8fa5ff',
      'editorError.foreground': '#ff7d84',
      'editorWarning.foreground': '#f0bf6a',
      'editorInfo.foreground': '#9dbde6',
      'editorWidget.background': '#1b1f26',
      'editorWidget.border': '#343a45',
      focusBorder: '#8fa5ff',
      'editorWidget.foreground': '#e4e7ec',
      'editorHoverWidget.background': '#1b1f26',
      'editorHoverWidget.border': '#343b47',
      'editorHoverWidget.statusBarBackground': '#14171c',
      'editorSuggestWidget.background': '#1b1f26',
      'editorSuggestWidget.border': '#343b47',
      'editorSuggestWidget.selectedBackground': '#1f2745',
      'editorSuggestWidget.selectedForeground': '#e4e7ec',
      'editorSuggestWidget.selectedIconForeground': '#e4e7ec',
      'editorSuggestWidget.highlightForeground': '#8fa5ff',
      'editorSuggestWidget.focusHighlightForeground': '#8fa5ff',
      'editorActionList.background': '#1b1f26',
      'editorActionList.focusBackground': '#1f2745',
      'editorActionList.focusForeground': '#e4e7ec',
      'menu.background': '#1b1f26',
      'menu.foreground': '#e4e7ec',
      'menu.border': '#343b47',
      'menu.separatorBackground': '#272c35',
      'menu.selectionBackground': '#1f2745',
      'menu.selectionForeground': '#e4e7ec',
      'quickInput.background': '#1b1f26',
      'quickInputList.focusBackground': '#1f2745',
      'quickInputList.focusForeground': '#e4e7ec',
      'quickInputList.focusIconForeground': '#e4e7ec',
      'list.highlightForeground': '#8fa5ff',
      'list.focusHighlightForeground': '#8fa5ff',
      'widget.shadow': '#0000003d',
      'textLink.foreground': '#8fa5ff',
    },
  });
}

let current: EditorTheme = 'light';

export function applyTheme(theme: EditorTheme): void {
  current = theme;
  monaco.editor.setTheme(names[theme]);
}

/** In forced colours Monaco takes a theme of its own, and when they end another one of its own: not ours. */
export function keepThemeBehindForcedColours(): monaco.IDisposable {
  const forced = window.matchMedia('(forced-colors: active)');
  // Monaco's own listener is there since the first theme was defined, and so goes first.
  const onChange = () => {
    if (!forced.matches) applyTheme(current);
  };
  forced.addEventListener('change', onChange);
  return { dispose: () => forced.removeEventListener('change', onChange) };
}
