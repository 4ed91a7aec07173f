import { describe, expect, it } from 'vitest';
import { declaredKind, kindByFirstCharacter, parseContentType } from './content-kind.ts';

describe('Content-Type', () => {
  it.each([
    ['text/xml', 'xml'],
    ['APPLICATION/XML', 'xml'],
    ['application/xhtml+xml;charset=x', 'xml'],
    ['application/vnd.api+json', 'json'],
    ['text/json ; a=b', 'json'],
    ['application/jsonp', null],
    ['application/json-seq', null],
    ['application/xml-dtd', null],
    ['json', null],
    ['/json', null],
    ['text/html', null],
    ['', null],
  ])('%s declares %s', (value, kind) => {
    expect(declaredKind(parseContentType(value))).toBe(kind);
  });

  it.each([
    ['text/xml', null],
    ['text/xml; charset=utf-8', 'utf-8'],
    ['text/xml;CharSet = "UTF-8" ; x', 'UTF-8'],
    ['text/xml; a="; charset=no"; charset=yes', 'yes'],
    ['text/xml; charset=one; charset=two', 'one'],
    ['text/xml; xcharset=no', null],
    ['text/xml; ; charset="a\\b"', 'ab'],
    ['text/xml; charset="open', 'open'],
    ['text/xml; charset=', ''],
  ])('%s has the charset %s', (value, charset) => {
    expect(parseContentType(value).charset).toBe(charset);
  });
});

describe('the first character', () => {
  it.each([
    [' \t\r\n<', 'xml'],
    ['{', 'json'],
    ['[', 'json'],
    ['"{"', null],
    ['\u00a0{', null],
    ['', null],
  ])('of %j says %s', (text, kind) => {
    expect(kindByFirstCharacter(text)).toBe(kind);
  });
});
