import { describe, expect, it } from 'vitest';
import { serversThatLoseFile } from './file-losses.ts';
import { measuredServers } from './server-table.ts';

describe('servers that lose the file', () => {
  it('are none where all names are quoted', () => {
    expect(serversThatLoseFile(['quoted-names'])).toEqual([]);
  });

  it('are the two of bare names, once, whichever rows say so', () => {
    expect(serversThatLoseFile(['bare-names', 'spaced-file-name'])).toEqual(['Mojolicious', 'Hono']);
  });

  it('are most of all for the empty line of the documentation', () => {
    const found = serversThatLoseFile(['blank-line', 'bare-names']);
    expect(found).toHaveLength(22);
    expect(measuredServers.length - found.length).toBe(4);
  });

  it('are not those that get a name or a value wrong', () => {
    expect(serversThatLoseFile(['percent-quote', 'part-name-dot', 'value-bom'])).toEqual([]);
  });
});
