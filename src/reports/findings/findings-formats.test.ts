import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownText, readXml } from '../../core/xml/read-xml.ts';
import { findingsOf } from '../../language/findings/findings.ts';
import { buildFor } from '../../test/build-for-test.ts';
import { junitFaults } from '../../test/junit-rules.ts';
import { type CheckedFile, type FindingsWriter, unreadableFile } from './checked-file.ts';
import { githubFindings } from './github.ts';
import { jsonFindings } from './json.ts';
import { junitFindings } from './junit.ts';
import { sarifFindings } from './sarif.ts';
import { sarifUri } from './sarif-uri.ts';

const ajv = new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const isSarif = ajv.compile(sarifSchema);

function written(writer: FindingsWriter, files: readonly CheckedFile[]): string {
  return writer.start + files.map(writer.file).join('') + writer.end();
}

const sarif = (files: readonly CheckedFile[]) => {
  const log = JSON.parse(written(sarifFindings('1.2.3'), files));
  isSarif(log);
  expect(isSarif.errors).toBeNull();
  return log.runs[0];
};

const xml = `<account>\r
  <username>a & b</username>
  <genericMediaUploadUrl>http://media.example/up/%to_%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
</account>`;

function checked(file: string, document = xml): CheckedFile {
  const built = buildFor({ xml: document });
  return { file, xml: document, findings: findingsOf(built, { advice: true, isSample: true }) };
}

/** As a file system takes them. */
const fileName = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'%:,"<&>]]> \n\r\t\u001b\u202e/#?é😀\\::'),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
  })
  .filter((name) => name !== '-' && !name.includes('\0'));
const findings = fc.array(
  fc.record({
    rule: fc.constantFrom('TPL-5', 'URL-1', 'ACC-5'),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const, 'advice' as const),
    message: fc.string({ unit: 'binary', minLength: 1 }),
    range: fc.constantFrom({ start: 0, end: 4 }, { start: 3, end: 3 }, { start: 5, end: 60 }),
  }),
  { maxLength: 4 },
);
const anyFile = fc.record({ file: fileName, xml: fc.constant(xml), findings });

describe('SARIF', () => {
  test('holds to the schema, with a rule, a region in UTF-16 units and the fix of each finding', () => {
    const run = sarif([checked('accounts/a b.xml'), checked('accounts/č#1.xml')]);
    const [ampersand] = run.results;
    expect(ampersand).toMatchObject({
      ruleId: 'ACC-5',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'accounts/a%20b.xml' },
            region: { startLine: 2, startColumn: 15, endLine: 2, endColumn: 16 },
          },
        },
      ],
      fixes: [
        {
          artifactChanges: [
            {
              replacements: [
                {
                  deletedRegion: { startLine: 2, startColumn: 15, endLine: 2, endColumn: 16 },
                  insertedContent: { text: '&amp;' },
                },
              ],
            },
          ],
        },
      ],
    });
    expect(run.columnKind).toBe('utf16CodeUnits');
    for (const { ruleId, ruleIndex } of run.results) {
      const rule = run.tool.driver.rules[ruleIndex];
      expect(rule).toMatchObject({ id: ruleId, help: { text: expect.stringContaining('Standing: ') } });
    }
    const advice = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'TPL-6/without-tls');
    expect(advice).toMatchObject({ level: 'note' });
    expect(advice.locations[0].physicalLocation).not.toHaveProperty('region.startOffset');
    expect(run.invocations).toEqual([{ executionSuccessful: true }]);
  });

  test('says of a file that could not be read after all that the run was not whole', () => {
    const run = sarif([unreadableFile('gone.xml', 'File not found: gone.xml.')]);
    expect(run.results).toMatchObject([{ ruleId: 'FILE', level: 'error' }]);
    expect(run.invocations).toEqual([{ executionSuccessful: false }]);
  });

  test('without a finding is a run without results', () => {
    expect(sarif([checked('a.xml', '<account/>'), { file: 'b', xml: '', findings: [] }])).toMatchObject({
      results: [{ ruleId: 'ACC-9' }],
    });
    expect(sarif([{ file: 'b', xml: '', findings: [] }])).toMatchObject({ results: [] });
  });

  test('names every file by a URI that leads back to it', () => {
    expect(sarifUri('/srv/a b.xml')).toBe('file:///srv/a%20b.xml');
    expect(sarifUri('C:/a b.xml')).toBe('file:///C:/a%20b.xml');
    expect(sarifUri('../c:d/%41.xml')).toBe('../c%3Ad/%2541.xml');
    fc.assert(
      fc.property(
        fileName.filter((name) => !/^[/]|^[a-z]:[/]|\p{Cs}/iu.test(name)),
        (name) => {
          expect(decodeURIComponent(sarifUri(name))).toBe(name);
          expect(new URL(sarifUri(`x/${name}`), 'file:///base/').protocol).toBe('file:');
        },
      ),
    );
  });
});

describe('the commands of GitHub', () => {
  /** As the runner reads a line: properties are parted by commas, then unescaped. */
  function parse(line: string) {
    const [, command = '', properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
    const decode = (text: string) =>
      text.replace(/%(0D|0A|3A|2C|25)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const pairs = properties.split(',').map((pair) => pair.split('=').map(decode));
    return { command, message: decode(message), ...Object.fromEntries(pairs) };
  }

  test('place each finding with its severity, file and columns', () => {
    const lines = written(githubFindings(), [checked('accounts/50%,a:b.xml')])
      .trimEnd()
      .split('\n');
    expect(lines[0]).toMatch(
      /^::error file=accounts\/50%25%2Ca%3Ab\.xml,line=2,col=15,endLine=2,endColumn=16,title=ACC-5 /,
    );
    const commands = lines.map(parse);
    expect(commands.map(({ command }) => command)).toEqual(
      expect.arrayContaining(['error', 'warning', 'notice']),
    );
    for (const command of commands) expect(command).toMatchObject({ file: 'accounts/50%,a:b.xml' });
  });

  test('have no columns where a place spans lines, and no file for standard input', () => {
    const range = { start: 3, end: 40 };
    const finding = { rule: 'TPL-5', severity: 'info', message: 'm', range } as const;
    expect(written(githubFindings(), [{ file: '-', xml, findings: [finding] }])).toBe(
      '::notice line=1,endLine=3,title=TPL-5 Unknown parameters::m\n',
    );
  });

  test('can be forged neither by a file name nor by a message', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const text = written(githubFindings(), [file]);
        const lines = text.split('\n').slice(0, -1);
        expect(lines).toHaveLength(file.findings.length);
        for (const line of lines) {
          expect(line).toMatch(/^::(?:error|warning|notice) file=/);
          expect(line).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });
});

describe('JUnit', () => {
  test('has a suite a file, which fails on errors, with all findings in its output', () => {
    const text = written(junitFindings(), [
      checked('a.xml'),
      { file: 'fine.xml', xml, findings: [] },
      unreadableFile('gone.xml', 'File not found.'),
    ]);
    expect(junitFaults(text)).toEqual([]);
    const suites = readXml(text).root?.children ?? [];
    const troubles = suites.map(({ children: [only] }) => only?.children.map(({ name }) => name));
    expect(troubles).toEqual([['failure', 'system-out'], [], ['error', 'system-out']]);
    expect(text).toContain('a.xml:3:50 warning TPL-5 Unknown parameter %to_%');
  });

  test('is sound, and has as many lines as findings, whatever files and messages hold', () => {
    fc.assert(
      fc.property(fc.array(anyFile, { minLength: 1, maxLength: 3 }), (files) => {
        const text = written(junitFindings(), files);
        expect(junitFaults(text)).toEqual([]);
        const suites = readXml(text).root?.children ?? [];
        expect(suites).toHaveLength(files.length);
        suites.forEach((suite, index) => {
          const out = suite.children[0]?.children.find(({ name }) => name === 'system-out');
          const lines = out ? ownText(text, out).text.split('\n') : [];
          expect(lines).toHaveLength(files[index]?.findings.length ?? -1);
        });
      }),
    );
  });
});

test('JSON that is written file by file is the same as written at once', () => {
  const files = [checked('a.xml'), { file: 'b\u001b.xml', xml: '', findings: [] }];
  const text = written(jsonFindings(), files);
  expect(JSON.parse(text)).toMatchObject([{ file: 'a.xml' }, { file: 'b\u001b.xml', diagnostics: [] }]);
  expect(text).not.toContain('\u001b');
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2).replace('\u001b', '\\u001b')}\n`);
});
