import { describe, expect, it } from 'vitest';
import { measuredServers, measuredVariants, rightCount, serversWrong } from './server-table.ts';

describe('the measured table', () => {
  it('has 22 variants, each with an outcome for each of 26 servers', () => {
    expect(measuredServers).toHaveLength(26);
    expect(measuredVariants).toHaveLength(22);
    for (const { outcomes } of measuredVariants) expect(outcomes).toHaveLength(26);
  });

  it.each([
    ['bare-names', 24],
    ['quoted-names', 26],
    ['blank-line', 4],
    ['utf8-file-name', 24],
    ['semicolon-file-name-unquoted', 0],
    ['ten-mebibytes', 26],
  ] as const)('%s is read right by %i', (id, count) => {
    expect(rightCount(id)).toBe(count);
  });

  it('names the servers that go wrong', () => {
    expect(serversWrong('bare-names')).toEqual(['Mojolicious', 'Hono']);
    expect(serversWrong('utf8-file-name')).toEqual(['busboy', 'multer']);
    expect(serversWrong('put-quoted')).toEqual(['PHP', 'PHP behind Apache', 'Django', 'CGI.pm']);
    expect(serversWrong('empty-file')).toEqual(['formidable']);
  });
});
