import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPath, parseJsonBody } from './json-fields.ts';

function find(text: string, name = 'media_url') {
  const body = parseJsonBody(text);
  return body.parses ? body.find(name) : null;
}

describe('a field of a JSON body (RES-5)', () => {
  it.each([
    [
      'the root comes first',
      '{"a":{"media_url":"1"},"response":{"media_url":"2"},"media_url":"3"}',
      '3',
      '$.media_url',
    ],
    ['then response', '{"a":{"media_url":"1"},"response":{"media_url":"2"}}', '2', '$.response.media_url'],
    [
      'not what is deeper in response',
      '{"a":{"media_url":"1"},"response":{"b":{"media_url":"2"}}}',
      '1',
      '$.a.media_url',
    ],
    [
      'not a response that is not at the root',
      '{"a":[{"media_url":"1"}],"b":{"response":{"media_url":"2"}}}',
      '1',
      '$.a[0].media_url',
    ],
    [
      'then document order, integer-like names too',
      '{"b":{"media_url":"1"},"1":{"media_url":"2"}}',
      '1',
      '$.b.media_url',
    ],
    ['the first of duplicates', '{"media_url":"1","media_url":"2"}', '1', '$.media_url'],
    ['a null goes on', '{"media_url":null,"response":{"media_url":"2"}}', '2', '$.response.media_url'],
    ['white space goes on', '{"media_url":" \\n\\u00a0","a":{"media_url":" x "}}', ' x ', '$.a.media_url'],
    [
      'true goes on, into an object of the name too',
      '{"media_url":{"media_url":true,"x":{"media_url":"1"}}}',
      '1',
      '$.media_url.x.media_url',
    ],
    ['a number as it is written', '[[{"media_url":-1.50e+2}]]', '-1.50e+2', '$[0][0].media_url'],
    [
      'escapes are decoded, in names too',
      '{"a b":{"m\\u0065dia_url":"\\u00e9\\/"}}',
      'é/',
      '$["a b"].media_url',
    ],
    ['__proto__ is a name like any other', '{"__proto__":{"media_url":"1"}}', '1', '$.__proto__.media_url'],
  ])('%s', (_, text, value, path) => {
    expect(find(text)?.found).toEqual({ value, path });
  });

  it.each([
    '"media_url"',
    '["media_url","x"]',
    '{"Media_url":"x"}',
    '{"media_url":["x"]}',
    '{"media_url":""}',
  ])('%s has none', (text) => {
    expect(find(text)?.found).toBeNull();
  });

  it('lists what was passed over, and counts what did not count', () => {
    const text = '{"media_url":null,"a":[{"media_url":""},{"media_url":"1"},{"media_url":"2"}]}';
    expect(find(text)).toEqual({
      found: { value: '1', path: '$.a[1].media_url' },
      others: 1,
      passedOver: [
        { path: '$.media_url', instead: 'null' },
        { path: '$.a[0].media_url', instead: 'blank' },
      ],
      nearMisses: [],
    });
  });

  it('agrees with a search in the tree that JSON.parse gives', () => {
    const name = fc.constantFrom('media_url', 'response', 'a', 'b c', 'é"\\');
    const leaf = fc.oneof(fc.string(), fc.constantFrom(null, true, 0, 1.5, '', ' ', 'x'));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(name, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2), (value, indent) => {
        expect(find(JSON.stringify(value, null, indent))?.found ?? null).toEqual(reference(value));
      }),
      { numRuns: 500 },
    );
  });
});

type Found = { value: string; path: string } | null;

function reference(root: unknown): Found {
  const own = (value: unknown, path: string): Found => {
    const field = isObject(value) ? value['media_url'] : undefined;
    if (typeof field === 'number') return { value: JSON.stringify(field), path: `${path}.media_url` };
    return typeof field === 'string' && field.trim() !== ''
      ? { value: field, path: `${path}.media_url` }
      : null;
  };
  const deep = (value: unknown, steps: (string | number)[]): Found => {
    const entries = Array.isArray(value)
      ? [...value.entries()]
      : isObject(value)
        ? Object.entries(value)
        : [];
    for (const [key, child] of entries) {
      const found =
        (key === 'media_url' ? own(value, jsonPath(steps)) : null) ?? deep(child, [...steps, key]);
      if (found) return found;
    }
    return null;
  };
  const response = isObject(root) ? own(root['response'], '$.response') : null;
  return own(root, '$') ?? response ?? deep(root, []);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('jsonPath (RES-6)', () => {
  it('has dots for identifiers, brackets and JSON strings for the rest', () => {
    expect(jsonPath(['a', 0, 'b c', '$_1', '1', '', 'é', 'q"'])).toBe(
      '$.a[0]["b c"].$_1["1"][""]["é"]["q\\""]',
    );
    expect(jsonPath([])).toBe('$');
  });
});
