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
