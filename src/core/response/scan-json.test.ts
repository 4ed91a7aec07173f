import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonKind, scanJson } from './scan-json.ts';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function faultIn(text: string): string | undefined {
  const fault = scanJson(text, () => {});
  return fault ? `${fault.offset} ${fault.message}` : undefined;
}

describe('scanJson', () => {
  const nearlyJson = fc
    .array(
      fc.constantFrom(
        ...[
          '{',
          '}',
          '[',
          ']',
          ',',
          ':',
          '"',
          '"a"',
          '\\',
          '\\u00e9',
          '\\u00g0',
          '\\n',
          '\n',
          '\t',
          ' ',
          '\u00a0',
        ],
        ...[
          '0',
          '1',
          '-',
          '.',
          'e',
          'E+',
          'true',
          'false',
          'null',
          'nul',
          "'",
          '\ud800',
          '\u2028',
          '\uFEFF',
          '\u0000',
        ],
      ),
      { maxLength: 12 },
    )
    .map((tokens) => tokens.join(''));

  it('accepts exactly what JSON.parse accepts', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyJson, fc.json(), fc.string({ unit: 'binary' })), (text) => {
        expect(faultIn(text) === undefined).toBe(parses(text));
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with JSON.parse on every cut of a document', () => {
    const text = ' {"a" : [1.50, -0e+1 ,true,null , "x\\"\\u00e9"], "a":{}, "":[[]]} ';
    for (let end = 0; end <= text.length; end++) {
      expect(faultIn(text.slice(0, end)) === undefined).toBe(parses(text.slice(0, end)));
    }
  });

  it('visits values in document order, duplicates and integer-like names too', () => {
    const seen: [JsonKind, string, string][] = [];
    const text = '{"b":1.0,"2":[true,{"1":null}],"b":"\\u0041"}';
    scanJson(text, (kind, path, start, end) => seen.push([kind, path.join('/'), text.slice(start, end)]));
    expect(seen).toEqual([
      ['object', '', '{'],
      ['number', 'b', '1.0'],
      ['array', '2', '['],
      ['boolean', '2/0', 'true'],
      ['object', '2/1', '{'],
      ['null', '2/1/1', 'null'],
      ['string', 'b', '"\\u0041"'],
    ]);
  });

  it.each([
    ['{"a":1,}', '7 A name in double quotes belongs here.'],
    ["{'a':1}", '1 A name in double quotes belongs here.'],
    ['{"a" 1}', '5 A colon belongs here.'],
    ['[1 2]', '3 A comma or ] belongs here.'],
    ['[01]', '2 A comma or ] belongs here.'],
    ['{} x', '3 Nothing may follow the value.'],
    ['["a\nb"]', '3 A string may hold no raw line break or control character.'],
    ['["\\x"]', '2 JSON has no such escape.'],
    ['{"a', '1 A string is not closed.'],
    ['[NaN]', '1 A value belongs here.'],
    ['{"a":', '5 The text ends too early.'],
    ['', '0 The text ends too early.'],
  ])('names the fault in %s', (text, fault) => {
    expect(faultIn(text)).toBe(fault);
  });
});

describe('a million brackets', () => {
  it('are read without overflowing the stack', () => {
    expect(faultIn(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)).toBeUndefined();
  });

  it('gives up where values are nested deeper than anybody means, so that brackets cost no memory', () => {
    const fault = scanJson('['.repeat(3_000_000), () => {});
    expect(fault).toMatchObject({
      offset: 2_000_000,
      message: 'Values are nested over 2000000 levels deep.',
    });
    expect(scanJson(`${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}`, () => {})).toBeNull();
  });
});
