import { describe, expect, it } from 'vitest';
import { readReply } from './reply-text.ts';

describe('the text of a reply', () => {
  it('is pretty where it is XML or JSON, and raw on demand', () => {
    expect(readReply('{"a":1}', 'json', 'pretty').text).toBe('{\n  "a": 1\n}');
    expect(readReply('{"a":1}', 'json', 'raw').text).toBe('{"a":1}');
    expect(readReply('<r><a>1</a></r>', 'xml', 'pretty')).toMatchObject({
      text: '<r>\n  <a>1</a>\n</r>',
      isXml: true,
      canPretty: true,
    });
  });

  it('has no pretty form where it is neither', () => {
    expect(readReply('<html>oops', null, 'pretty')).toEqual({
      text: '<html>oops',
      hidden: 0,
      isXml: false,
      canPretty: false,
    });
  });

  it('is cut where it is too much, and says by how much', () => {
    const long = readReply('x'.repeat(150_000), null, 'raw');
    expect(long.text).toHaveLength(100_000);
    expect(long.hidden).toBe(50_000);
  });

  it('is not made pretty where that would take long', () => {
    expect(readReply(`"${'x'.repeat(600_000)}"`, 'json', 'pretty').canPretty).toBe(false);
  });
});
