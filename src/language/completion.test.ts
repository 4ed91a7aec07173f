import { describe, expect, it } from 'vitest';
import { serviceKeys } from '../core/account/service-keys.ts';
import { offer, offered, offeredUnasked, taken } from '../test/ask-for-test.ts';

const url = '<genericMediaUploadUrl>https://e.example/</genericMediaUploadUrl>';

describe('where a child of the account may start', () => {
  it.each([
    '<account>|</account>',
    '<account><|</account>',
    '<account>\n  <gen|\n  <username>x</username>\n</account>',
    '<account>\n  gen|\n</account>',
    '<account><username>x</username>\n<|',
    '<accounts><account><|</account></accounts>',
    '<account><title>not closed\n  <|\n  <username>x</username></account>',
  ])('%j offers all keys of the service, in their order', (xml) => {
    expect(offered(xml).slice(0, serviceKeys.length)).toEqual(serviceKeys);
  });

  it('puts in both tags with the cursor between them', () => {
    expect(taken('<account>\n  <gen|\n</account>', 'genericMediaUploadUrl')).toBe(
      '<account>\n  <genericMediaUploadUrl>|</genericMediaUploadUrl>\n</account>',
    );
  });

  it('takes the place of a finished start tag without an end tag', () => {
    expect(taken('<account><gen|></account>', 'genericMediaUploadMethod')).toBe(
      '<account><genericMediaUploadMethod>|</genericMediaUploadMethod></account>',
    );
  });

  it('renames the end tag along with the start tag', () => {
    expect(taken('<account><gene|>POST</gene></account>', 'genericMediaUploadMethod')).toBe(
      '<account><genericMediaUploadMethod|>POST</genericMediaUploadMethod></account>',
    );
  });

  it('lists those that are there already last, and marks them', () => {
    const xml = `<account>${url}<|</account>`;
    expect(offered(xml).at(0)).toBe('genericMediaUploadMethod');
    expect(offered(xml).at(-1)).toBe('genericMediaUploadUrl');
    expect(offer(xml, 'genericMediaUploadUrl')).toMatchObject({ present: true, detail: 'already here' });
  });

  it('says default, example, standing and rules of a key', () => {
    const { documentation } = offer('<account><|</account>', 'genericMediaUploadTimeout');
    expect(documentation).toContain('30 seconds');
    expect(documentation).toContain('inferred, KEY-4');
  });

  it.each([
    '',
    '|<account/>',
    '<account/>|',
    '<account><!-- <| --></account>',
    '<account><?pi <|?></account>',
    '<provisioning><|</provisioning>',
    '<accounts><account/><other><|</other></accounts>',
    '<account><username>a < |</username></account>',
  ])('%j offers no key', (xml) => {
    expect(
      offered(xml.includes('|') ? xml : `${xml}|`).filter((label) => serviceKeys.includes(label)),
    ).toEqual([]);
  });

  it('starts an account in an empty document and among several', () => {
    expect(taken('|', 'account')).toBe('<account>\n  |\n</account>');
    expect(offered('<accounts><|</accounts>')).toEqual(['account']);
  });

  it('starts a localised value inside of a key', () => {
    expect(taken('<account><title><|</title></account>', 'value')).toBe(
      '<account><title><value lang="|"></value></title></account>',
    );
  });
});

describe('tags and attributes', () => {
  it('closes the element that is open', () => {
    const xml = '<account><genericMediaUploadUrl>https://e.example/</|\n</account>';
    expect(taken(xml, '</genericMediaUploadUrl>')).toBe(
      '<account><genericMediaUploadUrl>https://e.example/</genericMediaUploadUrl>|\n</account>',
    );
  });

  it('offers priority and source on a node and lang on its values', () => {
    expect(offered('<account><username |>x</username></account>')).toEqual(['priority', 'source']);
    expect(taken('<account><title><value la|>x</value></title></account>', 'lang')).toBe(
      '<account><title><value lang="|">x</value></title></account>',
    );
    expect(offered('<account><username priority="1" source="s" |>x</username></account>')).toEqual([]);
    expect(offered('<account><username | priority="1" source="s">x</username></account>')).toEqual([]);
    expect(offered('<account><username priority="1" source="s" |\n<password>x</password></account>')).toEqual(
      [],
    );
  });

  it('leaves a space before the attribute that follows', () => {
    const xml =
      '<account><rewriting><rule><conditions><condition |type="x"/></conditions></rule></rewriting></account>';
    expect(taken(xml, 'param')).toContain('<condition param="|" type="x"/>');
  });

  it('renames an attribute and leaves its value', () => {
    const xml = '<account><title><value la|="cs">x</value></title></account>';
    expect(taken(xml, 'lang')).toBe('<account><title><value lang|="cs">x</value></title></account>');
  });
});

describe('number rewriting', () => {
  const within = (inner: string) => `<account><rewriting>${inner}</rewriting></account>`;

  it('starts a rule on lines of their own, indented as its place is', () => {
    const xml = '<account>\n  <rewriting>\n    <|\n  </rewriting>\n</account>';
    expect(taken(xml, 'rule')).toContain(
      '\n    <rule>\n      <conditions>\n        <condition type="startsWith" param="|"/>',
    );
  });

  it('starts a rule on one line where the document has but one', () => {
    expect(taken(within('<|'), 'rule')).not.toContain('\n');
  });

  it('offers conditions and actions by their type', () => {
    expect(taken(within('<rule><conditions><co|</conditions></rule>'), 'condition longerThan')).toBe(
      within('<rule><conditions><condition type="longerThan" param="|"/></conditions></rule>'),
    );
    expect(offered(within('<rule><actions>|</actions></rule>'))).toContain('action prepend');
  });

  it('leaves a finished condition its name', () => {
    expect(offered(within('<rule><conditions><cond|ition type="numeric"/></conditions></rule>'))).toEqual([]);
  });

  it.each([
    ['<condition type="st|" param=""/>', '<condition type="startsWith|" param=""/>', 'startsWith'],
    ["<action type='|", "<action type='prepend'|", 'prepend'],
  ])('%s offers the types', (typed, expected, label) => {
    expect(taken(within(typed), label)).toBe(within(expected));
  });
});

describe('the method and the timeout', () => {
  it('offers both methods in place of the whole value', () => {
    const xml = '<account><genericMediaUploadMethod> p|os </genericMediaUploadMethod></account>';
    expect(offered(xml)).toEqual(['POST', 'PUT']);
    expect(taken(xml, 'PUT')).toBe(
      '<account><genericMediaUploadMethod> PUT| </genericMediaUploadMethod></account>',
    );
  });

  it('offers the default of the timeout first', () => {
    expect(offered('<account><genericMediaUploadTimeout>|</genericMediaUploadTimeout></account>')[0]).toBe(
      '30',
    );
  });

  it('offers https first where the URL is empty', () => {
    expect(offered('<account><genericMediaUploadUrl>|</genericMediaUploadUrl></account>')[0]).toBe(
      'https://',
    );
  });
});

it('offers how XML writes a plain &', () => {
  const xml = '<account><genericMediaUploadUrl>https://e.example/?a=1&|</genericMediaUploadUrl></account>';
  expect(taken(xml, '&amp;')).toContain('?a=1&amp;|</');
});

it('offers how XML writes it first where no more than a plain & is typed', () => {
  const parts = (value: string) =>
    offered(`<account><genericMediaUploadMultipartData>${value}</genericMediaUploadMultipartData></account>`);
  expect(parts('to=%to%&|')[0]).toBe('&amp;');
  expect(parts('to=%to%&|')).toContain('file=%media_content%');
  expect(parts('to=%to%&a|')[0]).toBe('file=%media_content%');
});

describe('a list that opens by itself', () => {
  const data = (value: string) =>
    `<account><genericMediaUploadMultipartData>${value}</genericMediaUploadMultipartData></account>`;

  it.each([
    'file=%media_content%|',
    'to=|',
    'a=%to%&amp;|',
    '<![CDATA[a=1&|]]>',
    '|',
  ])('keeps quiet where nothing was begun, and answers who asks: %s', (value) => {
    expect(offeredUnasked(data(value))).toEqual([]);
    expect(offered(data(value))).not.toEqual([]);
  });

  it.each([
    'a=%own%|',
    'a=%md5(x)%|',
    'a=%sha1(%own%|',
    'a=%x%%own%|',
  ])('takes no percent sign that closes something for one that opens a parameter: %s', (value) =>
    expect(offeredUnasked(data(value))).toEqual([]));

  it('offers nothing after the slashes of a URL', () => {
    const xml = '<account><genericMediaUploadUrl>https://e.example/|</genericMediaUploadUrl></account>';
    expect(offeredUnasked(xml)).toEqual([]);
    expect(offered(xml)).toContain('%to%');
  });

  it.each([
    [data('a=%|'), '%to%'],
    [data('a=%acc|'), '%to%'],
    [data('a=%account[|'), '%to%'],
    [data('a=%own%%|'), '%to%'],
    [data('a=1&|'), 'file=%media_content%'],
    ['<account><|</account>', 'genericMediaUploadUrl'],
    ['<account><title>x</|</account>', '</title>'],
    [
      '<account><rewriting><rule><conditions><condition type="|"/></conditions></rule></rewriting></account>',
      'numeric',
    ],
  ])('offers in %s what was begun', (xml, label) => {
    expect(offeredUnasked(xml)).toContain(label);
  });
});
