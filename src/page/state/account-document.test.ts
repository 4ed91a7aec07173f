import { describe, expect, it } from 'vitest';
import {
  changeDocument,
  editDocument,
  encodingDiagnostics,
  isUnsaved,
  newDocument,
  saveDocument,
} from './account-document.ts';

const first = { xml: '<a/>', document: newDocument('<a/>'), changeovers: [] };
const opened = changeDocument(first, '<b/>', { name: 'b.xml', encoding: null });

describe('a document', () => {
  it('is unsaved from the first change on, and until the change is undone', () => {
    expect(isUnsaved(first)).toBe(false);
    const changed = { ...first, ...editDocument(first, '<a>1</a>') };
    expect(isUnsaved(changed)).toBe(true);
    expect(isUnsaved(editDocument(changed, '<a/>'))).toBe(false);
  });

  it('has its file name back when the opening of another one is undone, and redone', () => {
    const undone = { ...opened, ...editDocument(opened, '<a/>') };
    expect(undone.document).toEqual(first.document);
    expect(editDocument(undone, '<b/>').document).toEqual(opened.document);
  });

  it('keeps its name through every other edit', () => {
    expect(editDocument(opened, '<c/>').document.name).toBe('b.xml');
  });

  it('knows what was saved, even where undo leads back to the text that was opened', () => {
    const saved = saveDocument({ ...opened, ...editDocument(opened, '<b>2</b>') }, 'b.xml');
    expect(isUnsaved(saved)).toBe(false);
    expect(isUnsaved(editDocument(saved, '<b/>'))).toBe(true);
    const away = changeDocument(saved, '<c/>', { name: 'c.xml', encoding: null });
    expect(isUnsaved(editDocument(away, '<b>2</b>'))).toBe(false);
  });
});

describe('a fault of the encoding', () => {
  const lost = {
    rule: 'ACC-1',
    severity: 'error',
    message: 'not UTF-8',
    range: { start: 3, end: 4 },
  } as const;

  it('stays with the first lost character, and goes with the last', () => {
    const { document } = changeDocument(first, '<b>\uFFFD</b>', { name: 'b.xml', encoding: lost });
    expect(encodingDiagnostics(document, '<ab>\uFFFD</ab>')).toMatchObject([{ range: { start: 4, end: 5 } }]);
    expect(encodingDiagnostics(document, '<b>é</b>')).toEqual([]);
  });

  it('of UTF-16 is over once the document is saved', () => {
    const encoding = { ...lost, range: { start: 0, end: 0 } };
    const utf16 = changeDocument(first, '<b/>', { name: 'b.xml', encoding });
    expect(encodingDiagnostics(utf16.document, '<b/>')).toEqual([encoding]);
    expect(encodingDiagnostics(saveDocument(utf16, 'b.xml').document, '<b/>')).toEqual([]);
  });
});
