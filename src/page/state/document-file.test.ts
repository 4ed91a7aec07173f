import { describe, expect, it } from 'vitest';
import { isAccountFile, readDocumentFile } from './document-file.ts';

const file = (name: string, ...parts: BlobPart[]) => new File(parts, name);
const bytes = (...values: number[]) => Uint8Array.from(values);

describe('a file that is opened', () => {
  it('keeps its BOM and its line ends', async () => {
    const text = '\uFEFF<account>\r\n</account>\r\n';
    expect(await readDocumentFile(file('a.xml', text))).toEqual({
      kind: 'document',
      name: 'a.xml',
      text,
      fault: null,
    });
  });

  it('is opened though it is not UTF-8, with the error and its own bytes', async () => {
    const read = await readDocumentFile(file('a.xml', '<account>caf', bytes(0xe9), '</account>'));
    expect(read).toMatchObject({ text: '<account>caf\uFFFD</account>' });
    expect(read).toMatchObject({ fault: { diagnostic: { rule: 'ACC-1', range: { start: 12, end: 13 } } } });
    if (read.kind === 'document') expect(read.fault?.bytes[12]).toBe(0xe9);
  });

  it('is opened where it is UTF-16, with the error', async () => {
    const utf16 = bytes(...Array.from('<a/>', (char) => [char.charCodeAt(0), 0]).flat());
    expect(await readDocumentFile(file('a.xml', bytes(0xff, 0xfe), utf16))).toMatchObject({
      kind: 'document',
      text: '<a/>',
      fault: { diagnostic: { rule: 'ACC-1' } },
    });
  });

  it.each([
    ['a photo', file('a.jpg', bytes(0xff, 0xd8, 0xff, 0xe0)), /is media \(image\/jpeg\)/],
    ['what is not text', file('a.bin', bytes(1, 0, 2)), /isn’t a text file/],
    ['what is far too long', file('a.xml', new Uint8Array(3 * 1024 * 1024)), /1 MiB at the most \(ACC-7\)/],
  ])('is refused with the reason: %s', async (_, given, why) => {
    expect(await readDocumentFile(given)).toEqual({ kind: 'refused', why: expect.stringMatching(why) });
  });
});

describe('an Account XML among media', () => {
  it.each([
    '<account>',
    '\uFEFF<?xml version="1.0"?>\n<!-- ours -->\n<accounts>',
    '<account/>',
  ])('is known by its first element: %s', async (text) => {
    expect(await isAccountFile(file('a', text))).toBe(true);
  });

  it.each([
    '<svg/>',
    '<accounting/>',
    'text',
    '',
    '<?xml version="1.0"?><error/>',
  ])('is not %s', async (text) => {
    expect(await isAccountFile(file('a', text))).toBe(false);
  });
});
