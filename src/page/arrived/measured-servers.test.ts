import { describe, expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { measuredGroups } from './measured-servers.ts';

describe('servers that don’t run here', () => {
  const total = (changes: Parameters<typeof buildFor>[0]) => measuredGroups(buildFor(changes));

  it('are each in one group, the right ones first', () => {
    const groups = total({ url: 'http://127.0.0.1/', data: 'to=x&file=%media_content%' });
    const servers = groups.flatMap((group) => group.servers);
    expect(servers.length).toBe(21);
    expect(new Set(servers).size).toBe(21);
    expect(groups[0]).toMatchObject({ outcome: '·', because: [] });
    expect(groups.find(({ outcome }) => outcome === '0')?.servers).toEqual(['Mojolicious']);
  });

  it('that lose the file of the documentation’s blank line are said to (MP-7)', () => {
    const groups = total({
      url: 'http://127.0.0.1/',
      data: 'file=%media_content%',
      assume: { 'file-part-blank-line': 'literal' },
    });
    const lost = groups.find(({ outcome }) => outcome === 'X');
    expect(lost?.servers).toContain('PHP');
    expect(lost?.because.join()).toMatch(/empty line|blank line/i);
  });
});
