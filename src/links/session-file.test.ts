import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySession, plainSession } from '../test/session-for-test.ts';
import { looksLikeSessionFile, readSessionFile, writeSessionFile } from './session-file.ts';

const code = (text: string) => {
  const read = readSessionFile(text);
  return read.ok ? 'session' : read.fault.code;
};

describe('a session file', () => {
  it('opens as the session it was made of, with the name of the media', () => {
    fc.assert(
      fc.property(
        anySession,
        fc.option(fc.stringMatching(/^[a-z.]{1,9}$/), { nil: null }),
        (session, chosenFile) => {
          const text = writeSessionFile(session, chosenFile);
          expect(looksLikeSessionFile(text)).toBe(true);
          expect(readSessionFile(`\uFEFF${text}`)).toEqual({ ok: true, session, chosenFile, faults: [] });
        },
      ),
    );
  });

  it('of version 1 opens for ever', () => {
    const text =
      '{"format":"media-upload-playground-session","version":1,"assumptions":{"url-encoding":"form"},"account":2,"locale":"cs","example":"clip","name":"a.mp4","parameters":{"to":"1"},"chosenFile":"IMG_1.jpg","xml":"<account/>"}';
    expect(readSessionFile(text)).toEqual({
      ok: true,
      session: {
        xml: '<account/>',
        parameters: { to: '1' },
        assumptions: { 'url-encoding': 'form' },
        account: 2,
        locale: 'cs',
        media: { example: 'clip', name: 'a.mp4', type: null },
      },
      chosenFile: 'IMG_1.jpg',
      faults: [],
    });
  });

  it('says why it opens nothing', () => {
    expect(code('<account/>')).toBe('not-a-link');
    expect(code('{"a":1}')).toBe('not-a-link');
    expect(code('[]')).toBe('not-a-link');
    const written = writeSessionFile(plainSession, null);
    expect(code(written.replace('"version": 1', '"version": 2'))).toBe('newer-version');
    expect(code(written.replace('"version": 1', '"version": "1"'))).toBe('damaged');
    expect(code(written.replace('"xml"', '"xlm"'))).toBe('damaged');
    expect(code(writeSessionFile({ ...plainSession, xml: 'x'.repeat(1_100_000) }, null))).toBe('too-large');
    for (let end = 0; end < written.length - 2; end++) expect(code(written.slice(0, end))).toBe('not-a-link');
  });
});
