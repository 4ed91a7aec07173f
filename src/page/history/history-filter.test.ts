import { describe, expect, it } from 'vitest';
import type { Entry, Summary } from './entry.ts';
import { filterEntries } from './history-filter.ts';

const summary: Summary = {
  version: 1,
  method: 'POST',
  url: 'https://media.example/up?to=%2B4201',
  host: 'media.example',
  recipient: '+4201',
  media: { name: 'photo.jpg', type: 'image/jpeg', size: 3 },
  result: { kind: 'succeeded', title: 'Upload succeeded', text: 'https://media.example/1' },
  status: 200,
  ms: 10,
};
const entry = (id: string, change: Partial<Summary>, rest: Partial<Entry> = {}): Entry => ({
  id,
  at: 0,
  bytes: 1,
  name: '',
  isPinned: false,
  summary: { ...summary, ...change },
  ...rest,
});
const entries: readonly Entry[] = [
  entry('good', {}, { name: 'Before the change' }),
  entry('doubtful', { result: { ...summary.result, kind: 'doubtful' } }),
  entry('failed', {
    result: { kind: 'failed', title: 'Upload failed', text: 'Quota exceeded' },
    status: 402,
  }),
  entry('cancelled', { result: { kind: 'cancelled', title: 'Cancelled', text: '' }, status: null }),
  entry('other', {}, { summary: null, name: 'of a later version', isPinned: true }),
];
const found = (search: string, filter: Parameters<typeof filterEntries>[2] = null) =>
  filterEntries(entries, search, filter).map(({ id }) => id);

describe('looking for an upload', () => {
  it('finds all where nothing is asked', () => {
    expect(found(' ')).toEqual(['good', 'doubtful', 'failed', 'cancelled', 'other']);
  });

  it('looks in name, URL, recipient, verdict and status, for all words', () => {
    expect(found('before')).toEqual(['good']);
    expect(found('QUOTA 402')).toEqual(['failed']);
    expect(found('media.example +4201 photo')).toEqual(['good', 'doubtful', 'failed', 'cancelled']);
    expect(found('quota photo.png')).toEqual([]);
  });

  it('finds an entry of another version by its name', () => {
    expect(found('later')).toEqual(['other']);
  });

  it('never mixes up a failed verdict with none', () => {
    expect(found('', 'succeeded')).toEqual(['good', 'doubtful']);
    expect(found('', 'failed')).toEqual(['failed']);
    expect(found('', 'no verdict')).toEqual(['cancelled']);
    expect(found('', 'pinned')).toEqual(['other']);
  });
});
