import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyJson } from './pretty-json.ts';

describe('pretty JSON', () => {
  it('breaks lines and keeps empty ones together', () => {
    expect(prettyJson('{"a":[1,{"b":{}}],"c":[]}')?.text).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": {}\n    }\n  ],\n  "c": []\n}',
    );
  });

  it('keeps numbers and duplicate names as they were written', () => {
    expect(prettyJson('{"n":12345678901234567890.10,"n":1E2}')?.text).toBe(
      '{\n  "n": 12345678901234567890.10,\n  "n": 1E2\n}',
    );
  });

  it('leaves brackets and colons inside strings alone', () => {
    expect(prettyJson('{"a\\"{":"[:,]"}')?.text).toBe('{\n  "a\\"{": "[:,]"\n}');
  });

  it('sets in no further at some depth, so that a small reply stays small', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const pretty = prettyJson(deep)?.text ?? '';
    expect(pretty.replaceAll(/\s/g, '')).toBe(deep);
    expect(pretty.length).toBeLessThan(100 * deep.length);
  });

  it('is null for what is no JSON', () => {
    expect(prettyJson('{"a":')).toBeNull();
    expect(prettyJson('')).toBeNull();
  });

  it('never changes the value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const pretty = prettyJson(text)?.text ?? null;
        expect(pretty === null ? null : JSON.parse(pretty)).toEqual(JSON.parse(text));
      }),
    );
  });
});
