import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../assumptions.ts';
import { judgeResponse } from './judge.ts';

/**
 * Characters that a judgement looks at, counted in the methods of strings and regular expressions that
 * all readers are made of: work, not seconds.
 */
function workOf(body: string, status: number, type: string): number {
  let work = 0;
  const { charCodeAt, indexOf, slice } = String.prototype;
  const { exec } = RegExp.prototype;
  // Not spies: those would keep millions of calls.
  Object.assign(String.prototype, {
    charCodeAt(this: string, at: number) {
      work++;
      return charCodeAt.call(this, at);
    },
    indexOf(this: string, needle: string, from = 0) {
      const found = indexOf.call(this, needle, from);
      work += (found < 0 ? this.length : found) - from + 1;
      return found;
    },
    slice(this: string, from?: number, to?: number) {
      const piece = slice.call(this, from, to);
      work += piece.length + 1;
      return piece;
    },
  });
  Object.assign(RegExp.prototype, {
    exec(this: RegExp, text: string) {
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const match = exec.call(this, text);
      const end = match ? match.index + match[0].length : this.sticky ? from : text.length;
      work += end - from + 1;
      return match;
    },
  });
  try {
    judgeResponse({
      status,
      headers: [['Content-Type', type]],
      body: new TextEncoder().encode(body),
      assumptions: defaultAssumptions,
    });
  } finally {
    Object.assign(String.prototype, { charCodeAt, indexOf, slice });
    Object.assign(RegExp.prototype, { exec });
  }
  return work;
}

interface Shape {
  readonly before: string;
  readonly unit: string;
  readonly after?: string;
}

const size = 6000;

function expectLinear({ before, unit, after = '' }: Shape, status: number, type: string): void {
  const make = (length: number) => before + unit.repeat(Math.ceil(length / unit.length)) + after;
  const work = workOf(make(size), status, type);
  expect(workOf(make(4 * size), status, type)).toBeLessThan(4.5 * work + 20_000);
}

const shapes: readonly Shape[] = [
  { before: '', unit: '[' },
  { before: '', unit: '{"a":' },
  { before: '', unit: '<a>' },
  { before: '', unit: '</a>' },
  { before: '<r>', unit: '<a/>', after: '</r>' },
  { before: '<r>', unit: '<a></a>', after: '</r>' },
  { before: '<r>', unit: '<media_url/>', after: '</r>' },
  { before: '<r>', unit: '<mediaUrl x="media_url">', after: '' },
  { before: '', unit: '<media_url>' },
  { before: '[0', unit: ',{"media_url":""}', after: ']' },
  { before: '[0', unit: ',{"mediaUrl":1}', after: ']' },
  { before: '[0', unit: ',"{\\"media_url\\":"', after: ']' },
  { before: '[0', unit: ',[[["media_url"]]]', after: ']' },
  { before: '', unit: '9' },
  { before: '-0.', unit: '9' },
  { before: '"', unit: '\\u0041', after: '"' },
  { before: '{"', unit: 'a', after: '":1}' },
  { before: '<', unit: 'a', after: '/>' },
  { before: '<a ', unit: 'x ', after: '/>' },
  { before: '<r>&', unit: 'a', after: ';</r>' },
  { before: '<r>&#', unit: '1', after: ';</r>' },
  { before: '<media_url>', unit: '&amp;', after: '</media_url>' },
  { before: '<r>', unit: '&', after: '</r>' },
  { before: '<r>', unit: ']]>', after: '</r>' },
  { before: '<!DOCTYPE r [', unit: '"' },
  { before: '<!DOCTYPE r [', unit: '<!ENTITY ' },
  { before: '<!DOCTYPE r [', unit: '<!--' },
  { before: '', unit: '<!DOCTYPE ' },
  { before: '', unit: '<!---->' },
  { before: '<html>', unit: '<title' },
  { before: '<html>', unit: '<p ' },
  { before: '', unit: 'x {"a": ', after: '"media_url"' },
  { before: '', unit: '["', after: '"media_url"' },
  { before: '', unit: '[', after: '"media_url"' },
  { before: 'x', unit: '{"a":[', after: '"media_url":1' },
  { before: '', unit: '<a><b>media_url' },
  { before: '<?xml', unit: '<?xml ', after: '<media_url>x</media_url>' },
  { before: '', unit: ' ' },
  { before: 'x', unit: '\uFEFF', after: '{"media_url":"x"}' },
  { before: '{"media_url":"', unit: ' ', after: 'x"}' },
];

describe('the work of judging grows no faster than the reply', () => {
  it.each(shapes)('%j', (shape) => {
    expectLinear(shape, 200, 'text/plain');
    expectLinear(shape, 404, 'application/json');
  });

  it('whatever is repeated in it', () => {
    const piece = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        '"',
        ':',
        ',',
        '\\',
        '<',
        '>',
        '/',
        '!',
        '-',
        '&',
        ';',
        '?',
        '=',
        ' ',
        '\n',
        "'",
      ],
      ...[
        'media_url',
        '"media_url":',
        '<media_url>',
        '</media_url>',
        '<a>',
        '</a>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
      ],
      ...[
        '<!DOCTYPE',
        '<?xml',
        '<html>',
        '<title>',
        '1',
        'e',
        'true',
        '\uFEFF',
        'é',
        '\\u0041',
        '&amp;',
        'message',
      ],
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 5 }).map((made) => made.join(''));
    const types = fc.constantFrom('text/plain', 'text/xml', 'application/json', 'text/html');
    fc.assert(
      fc.property(text, text, text, types, (before, unit, after, type) => {
        expectLinear({ before, unit, after }, 200, type);
      }),
      { numRuns: 60 },
    );
  });
});
