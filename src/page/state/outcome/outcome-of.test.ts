import { describe, expect, it } from 'vitest';
import type { ShownVerdict } from '../../exchange/reply-reading.ts';
import { type Circumstances, judged } from './outcome-of.ts';
import type { SentMedia } from './sent-media.ts';

const success: ShownVerdict = {
  success: true,
  generic: false,
  isPartial: false,
  mediaUrl: { text: 'http://a/1', hidden: 0 },
  shown: null,
  path: '/response/media_url',
  reasons: [],
};
const failure: ShownVerdict = { ...success, success: false, mediaUrl: null };
const plain: Circumstances = { media: 'all', losers: 2, isTrustedByHand: false };

describe('a success', () => {
  it('is plain and green where nothing weakens it', () => {
    expect(judged(success, plain)).toMatchObject({ tone: 'good', title: 'Upload succeeded', caveats: [] });
  });

  it.each<Exclude<SentMedia, 'all'>>([
    'absent',
    'empty',
    'unsent',
    'part',
  ])('never reads as one where the media is %s, and says what the app makes of it', (media) => {
    const { tone, title, caveats } = judged(success, { ...plain, media });
    expect(tone).toBe('warn');
    expect(title).toMatch(/^Upload failed: /);
    expect(`${title} ${caveats.join(' ')}`).not.toMatch(/succeeded/);
    expect(caveats).toEqual([expect.stringContaining('would still take this reply for a success')]);
  });

  it('is doubtful where most measured servers lose the file, or the certificate was accepted by hand', () => {
    const lost = judged(success, { ...plain, losers: 14 });
    expect([lost.tone, lost.title]).toEqual(['warn', 'Upload succeeded']);
    expect(lost.caveats).toEqual([expect.stringContaining('14 of the 26 measured lose it')]);
    expect(judged(success, { ...plain, losers: 13 }).tone).toBe('good');
    expect(judged(success, { ...plain, isTrustedByHand: true }).tone).toBe('warn');
  });

  it('is doubtful where only a part of the reply was judged', () => {
    expect(judged({ ...success, isPartial: true }, plain).tone).toBe('warn');
  });
});

describe('a failure', () => {
  it('stays one whatever was sent, and says that no media was', () => {
    const { tone, title, caveats } = judged(failure, { ...plain, media: 'absent', isTrustedByHand: true });
    expect([tone, title]).toEqual(['bad', 'Upload failed']);
    expect(caveats).toEqual(['The request had no media in it.']);
  });
});
