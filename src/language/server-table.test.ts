import { describe, expect, it } from 'vitest';
import { faultsOf, measuredServers, measuredVariants, rightCount, serversWrong } from './server-table.ts';

describe('the measured table', () => {
  it('has 36 variants, each with an outcome for each of 26 servers', () => {
    expect(measuredServers).toHaveLength(26);
    expect(measuredVariants).toHaveLength(36);
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

  it.each([
    ['value-not-utf8', 16],
    ['part-name-quote', 10],
    ['part-name-empty', 9],
    ['part-name-brackets', 4],
    ['part-name-dot', 2],
    ['part-name-letters', 2],
    ['part-name-twice', 3],
    ['part-name-charset', 1],
    ['apostrophe-file-name', 1],
    ['percent-file-name', 6],
    ['path-file-name', 8],
    ['line-break-file-name', 21],
    ['special-boundary', 3],
    ['value-bom', 2],
  ] as const)('%s goes wrong on %i, those that read no bare names left out', (id, count) => {
    expect(faultsOf(id).flatMap(([, servers]) => servers)).toHaveLength(count);
  });

  it('says how they go wrong', () => {
    expect(faultsOf('part-name-empty')).toEqual([
      ['L', ['PHP', 'PHP behind Apache', 'Go', 'Rack', 'Tomcat', 'commons-fileupload']],
      ['E', ['Tornado', 'multer', '@hapi/pez']],
    ]);
    expect(faultsOf('apostrophe-file-name')).toEqual([['T', ['Python email']]]);
  });

  it('names the servers that go wrong', () => {
    expect(serversWrong('bare-names')).toEqual(['Mojolicious', 'Hono']);
    expect(serversWrong('utf8-file-name')).toEqual(['busboy', 'multer']);
    expect(serversWrong('put-quoted')).toEqual(['PHP', 'PHP behind Apache', 'Django', 'CGI.pm']);
    expect(serversWrong('empty-file')).toEqual(['formidable']);
  });
});
