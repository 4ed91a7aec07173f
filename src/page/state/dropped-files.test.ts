import { describe, expect, it } from 'vitest';
import { writeSessionFile } from '../../links/session-file.ts';
import { plainSession } from '../../test/session-for-test.ts';
import { type DropZone, describeLeft, sortDropped } from './dropped-files.ts';

const account = new File(['<account/>'], 'a.xml');
const other = new File(['<account/>'], 'b.xml');
const note = new File(['<note/>'], 'note.xml');
const photo = new File([new Uint8Array([0xff, 0xd8, 0xff, 0])], 'p.jpg');
const clip = new File(['?'], 'c.mov', { type: 'video/quicktime' });
const text = new File(['hello'], 'hello.txt');
const session = new File([writeSessionFile({ ...plainSession, xml: '<account/>' }, null)], 's.json');

async function names(files: readonly File[], zone: DropZone) {
  const { document, media, left } = await sortDropped(files, zone);
  return [document?.name, media?.name, left.map(({ name }) => name)];
}

describe('Dropped files', () => {
  it.each([
    'document',
    'media',
    'page',
  ] as const)('go where they belong, wherever they are dropped (%s)', async (zone) => {
    expect(await names([account], zone)).toEqual(['a.xml', undefined, []]);
    expect(await names([photo], zone)).toEqual([undefined, 'p.jpg', []]);
    expect(await names([clip], zone)).toEqual([undefined, 'c.mov', []]);
    expect(await names([photo, account], zone)).toEqual(['a.xml', 'p.jpg', []]);
    expect(await names([session, photo], zone)).toEqual(['s.json', 'p.jpg', []]);
  });

  it('that are neither are what the pane they are dropped on takes', async () => {
    expect(await names([note], 'document')).toEqual(['note.xml', undefined, []]);
    expect(await names([note], 'media')).toEqual([undefined, 'note.xml', []]);
    expect(await names([note], 'page')).toEqual(['note.xml', undefined, []]);
    expect(await names([text], 'document')).toEqual(['hello.txt', undefined, []]);
    expect(await names([text], 'media')).toEqual([undefined, 'hello.txt', []]);
    expect(await names([text], 'page')).toEqual([undefined, undefined, ['hello.txt']]);
  });

  it('beyond one of each kind are left alone, the first one is taken', async () => {
    expect(await names([account, other], 'document')).toEqual(['a.xml', undefined, ['b.xml']]);
    expect(await names([photo, clip], 'media')).toEqual([undefined, 'p.jpg', ['c.mov']]);
    expect(await names([text, account], 'document')).toEqual(['a.xml', undefined, ['hello.txt']]);
  });

  it('that are left alone are named', async () => {
    const notice = async (files: readonly File[], zone: DropZone) =>
      describeLeft(await sortDropped(files, zone));
    expect(await notice([photo, account], 'page')).toBeNull();
    expect(await notice([text], 'page')).toBe(
      '“hello.txt” was left alone: drop an Account XML here, and media on pane 3.',
    );
    expect(await notice([photo, clip, text], 'media')).toBe(
      '“c.mov” and “hello.txt” were left alone: one document and one media file are taken at a time.',
    );
    expect(await notice([photo, clip, text, photo, text], 'media')).toMatch(
      /^“c.mov”, “hello.txt” and 1 more/,
    );
  });
});
