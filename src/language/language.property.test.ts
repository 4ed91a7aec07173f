import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWellFormed, readXml } from '../core/xml/read-xml.ts';
import { withEdits } from '../test/ask-for-test.ts';
import { buildFor } from '../test/build-for-test.ts';
import { adviseOn } from './advice.ts';
import { whereFrom } from './affected-places.ts';
import { completeAt } from './completion.ts';
import { hoverAt } from './hover.ts';
import { fixesForAll } from './quick-fixes.ts';
import { documentOf } from './read-document.ts';
import { typedValueDiagnostics } from './typed-values.ts';

const piece = fc.constantFrom(
  ...['<account>', '</account>', '<', '</', '>', '/>', '<value lang="', '"', "'", '=', ' ', '\n', '\r\n'],
  ...['<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '&', '&amp;', '&#10;', 'gen', '<rewriting>', '<rule>'],
  ...['<genericMediaUploadUrl>', '</genericMediaUploadUrl>', '<genericMediaUploadMultipartData>'],
  ...['<genericMediaUploadCustomHeaders>', '<condition type="', 'https://e.example/', 'X-A: ', '\\n'],
  ...['%', '%to%', '%account[', ']%', '%sha1(', ')%', 'media_size=1', '%media_content%', 'ž', '\u{1f600}'],
);
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('a text of any pieces', () => {
  it('is answered at any offset with ranges inside of it', () => {
    fc.assert(
      fc.property(text, fc.nat(), (xml, place) => {
        const offset = place % (xml.length + 1);
        const built = buildFor({ xml });
        const { replace, items } = completeAt(xml, offset, built);
        const hover = hoverAt(xml, offset, built);
        const ranges = [
          ...(items.length > 0 ? [replace] : []),
          ...(hover ? [hover.range] : []),
          ...whereFrom(built).map(({ source }) => source.range),
          ...typedValueDiagnostics(built).flatMap(({ range }) => range ?? []),
          ...adviseOn(built).flatMap(({ range }) => range ?? []),
        ];
        return ranges.every(({ start, end }) => 0 <= start && start <= end && end <= xml.length);
      }),
      { numRuns: 400 },
    );
  });

  it('can take the fix for all of a kind', () => {
    fc.assert(
      fc.property(text, (xml) => {
        const { diagnostics } = buildFor({ xml });
        for (const { edits } of fixesForAll(diagnostics)) {
          const isOrdered = edits.every((edit, index) => {
            const before = edits[index - 1];
            return before === undefined || before.range.end <= edit.range.start;
          });
          if (!isOrdered) return false;
        }
        return true;
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is put into a sound document leaves it sound', () => {
  const folder = join(import.meta.dirname, '..', 'test', 'fixtures', 'account-xml');
  const sound = readdirSync(folder).filter((file) => {
    return isWellFormed(readXml(readFileSync(join(folder, file), 'utf8')));
  });

  it.each(sound)('%s', (file) => {
    const xml = readFileSync(join(folder, file), 'utf8');
    const built = buildFor({ xml });
    for (let offset = 0; offset <= xml.length; offset += 3) {
      const { replace, items } = completeAt(xml, offset, built);
      for (const { insert, also = [], label } of items) {
        const put = withEdits(xml, [{ range: replace, text: insert }, ...also]);
        if (!isWellFormed(readXml(put))) expect.fail(`${label} at ${offset} breaks ${JSON.stringify(put)}`);
      }
    }
  });
});

it('the document of the request is not read again', () => {
  const built = buildFor({});
  expect(documentOf(built.inputs.xml, built)).toBe(built.document);
  expect(documentOf(`${built.inputs.xml} `, built)).not.toBe(built.document);
});
