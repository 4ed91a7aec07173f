import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCharacterData } from './character-data.ts';
import { isWellFormed, readXml } from './read-xml.ts';
import { decodeRuns } from './source-text.ts';
import { walkXml } from './walk-xml.ts';
import type { XmlElement } from './xml-document.ts';

const pieces = fc.constantFrom(
  ...[
    '<a>',
    '</a>',
    '<a/>',
    '<b x="1">',
    '</b>',
    '<é:c\n>',
    '</é:c >',
    '<a',
    '</',
    'text',
    ' \n',
    '&amp;',
    '&x;',
  ],
  ...[
    '&',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?xml version="1.0"?>',
    '<?p ?>',
    '<!DOCTYPE a>',
    '>',
    '\uFEFF',
    '\0',
  ],
);
const nearlyXml = fc.oneof(
  fc.array(pieces, { maxLength: 12 }),
  fc.array(pieces, { maxLength: 8 }).map((inner) => ['<a>', ...inner, '</a>']),
);

/** Each element with its depth, and each run of text, in document order. */
function walked(text: string) {
  const events: string[] = [];
  const fault = walkXml(text, {
    start: (open) => events.push(`${open.depth} ${open.name} at ${open.start}`),
    text: (kind, start, end) => events.push(`${kind} ${start} ${end}`),
    end: (open) => events.push(`${open.depth} ends`),
  });
  return { fault, events };
}

function inTree(element: XmlElement, depth = 1): string[] {
  const inner = [
    ...element.children.map((child) => ({ at: child.range.start, events: inTree(child, depth + 1) })),
    ...element.texts.map(({ kind, start, end }) => ({ at: start, events: [`${kind} ${start} ${end}`] })),
  ].toSorted((one, other) => one.at - other.at);
  const start = `${depth} ${element.name} at ${element.range.start}`;
  return [start, ...inner.flatMap(({ events }) => events), `${depth} ends`];
}

describe('walkXml', () => {
  it('finds a fault where and only where readXml does, and walks the same tree', () => {
    fc.assert(
      fc.property(nearlyXml, (made) => {
        const text = made.join('');
        const document = readXml(text);
        const { fault, events } = walked(text);
        expect(fault === null).toBe(isWellFormed(document));
        if (fault === null && document.root) expect(events).toEqual(inTree(document.root));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['<a></b>', '</b> does not match <a>.', 3],
    ['<a><aa></a></aa>', '</a> does not match <aa>.', 7],
    ['<aa></a>', '</a> does not match <aa>.', 4],
    ['<a>', '<a> has no end tag: add </a>.', 0],
    ['</a>', '</a> closes nothing that is open.', 0],
    ['<a/><b/>', 'A document has one root element; this is another.', 4],
    ['x<a/>', 'Text stands outside the root element.', 0],
    ['<a/><![CDATA[]]>', 'Text stands outside the root element.', 13],
    ['<!-- -->', 'There is no root element.', 0],
  ])('%s: %s', (text, message, start) => {
    expect(walked(text).fault).toMatchObject({ message, range: { start } });
  });
});

it('character data stands for what decodeRuns makes of it', () => {
  const raw = fc
    .array(
      fc.constantFrom(
        '&amp;',
        '&lt;',
        '&#65;',
        '&#x1F600;',
        '&x;',
        '&',
        ';',
        '\r',
        '\n',
        '\r\n',
        'a',
        '&#13;',
        '&a\r;',
      ),
    )
    .map((made) => made.join(''));
  fc.assert(
    fc.property(raw, fc.constantFrom('text' as const, 'cdata' as const), (text, kind) => {
      const whole = { start: 0, end: text.length };
      expect(decodeCharacterData(kind, text)).toBe(decodeRuns(text, [{ kind, ...whole }], whole).text);
    }),
  );
});
