import type { monaco } from './monaco.ts';

/**
 * What Monaco draws over the page (hovers, lists, menus, its input line) in the page's own face and size.
 * Utilities on the editor's host: each must win over a sheet in no layer, or over a style of the element.
 */
const looks = [
  // The colours of its theme reach what it appends to the host itself.
  'monaco-component [&_.monaco-editor]:font-sans! [&_.monaco-component]:font-sans! [&_.shadow-root-host]:font-sans!',
  // Hovers: as wide and as high as the window lets them, whatever the size of the editor.
  // (It keeps 15 px clear at both sides.)
  '[&_.monaco-hover]:max-w-[calc(100vw-32px)]! [&_.monaco-hover]:rounded-md! [&_.monaco-hover]:shadow-popup!',
  '[&_.monaco-hover]:font-sans! [&_.monaco-hover-content]:max-h-[60vh]! [&_.monaco-hover-content]:max-w-[min(31rem,calc(100vw-34px))]!',
  '[&_.monaco-hover-content]:text-small! [&_.monaco-hover-content]:leading-normal! [&_.marker_*]:font-sans! [&_.marker_*]:text-small!',
  '[&_.monaco-hover_ul]:my-1! [&_.monaco-hover_ul]:pl-3!',
  // Completions.
  '[&_.suggest-widget]:rounded-md! [&_.suggest-widget]:shadow-popup! [&_.suggest-details]:rounded-md!',
  '[&_.suggest-details]:font-sans! [&_.suggest-details_*]:text-small! [&_.suggest-details_*]:leading-normal! [&_.suggest-details_.type]:font-sans!',
  // The list of fixes is measured without its edges.
  '[&_.action-widget]:box-content! [&_.action-widget]:rounded-md! [&_.action-widget]:font-sans! [&_.action-widget]:text-base! [&_.action-widget]:shadow-popup!',
  // One light bulb, in the margin.
  '[&_.action-widget_.codicon]:hidden! [&_.cldr.codicon-light-bulb]:text-warn! [&_.cldr.codicon-light-bulb]:cursor-pointer!',
  // The input line, over the width of the editor.
  '[&_.quick-input-widget]:left-2! [&_.quick-input-widget]:w-[calc(var(--editor-width)-16px)]! [&_.quick-input-widget]:rounded-md! [&_.quick-input-widget]:font-sans! [&_.quick-input-widget]:text-base! [&_.quick-input-widget]:shadow-popup!',
  '[&_.find-widget]:font-sans! [&_.find-widget]:max-w-full!',
].join(' ');

export function dressWidgets(host: HTMLElement, editor: monaco.editor.ICodeEditor): void {
  host.className += ` ${looks}`;
  const tellWidth = () => host.style.setProperty('--editor-width', `${editor.getLayoutInfo().width}px`);
  tellWidth();
  // With the focus in it the hover would give that back to the text, and close the fixes asked for in it.
  const keepFocus = (event: MouseEvent) => {
    const { target } = event;
    if (target instanceof Element && target.closest('.monaco-hover .status-bar')) event.preventDefault();
  };
  host.addEventListener('mousedown', keepFocus, true);
  editor.onDidLayoutChange(tellWidth);
}
