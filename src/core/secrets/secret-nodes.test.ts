import { describe, expect, it } from 'vitest';
import { secretNodes } from './secret-nodes.ts';

const secrets = (text: string) => secretNodes(text).map(({ start, end }) => text.slice(start, end));

describe('secret values of a document', () => {
  it('are the values of elements whose name speaks of a secret', () => {
    const text =
      '<account><username>j</username><password>1234</password><cloud_password> a b\n</cloud_password>';
    expect(secrets(text)).toEqual(['1234', 'a b']);
  });

  it('are found with attributes and in CDATA', () => {
    expect(secrets('<password lang="cs">x</password>')).toEqual(['x']);
    expect(secrets('<password><![CDATA[a<b]]></password>')).toEqual(['<![CDATA[a<b]]>']);
  });

  it('are not the references of a template', () => {
    expect(
      secrets('<genericMediaUploadAuthPassword>%account[password]%</genericMediaUploadAuthPassword>'),
    ).toEqual([]);
    expect(secrets('<password></password>')).toEqual([]);
  });

  it('stay hidden while their end tag is half typed', () => {
    expect(secrets('<password>1234</passw')).toEqual(['1234']);
    expect(secrets('<password>1234</')).toEqual(['1234']);
  });

  it('are hidden from their first character on, before there is an end tag', () => {
    expect(secrets('<account>\n<password>S')).toEqual(['S']);
    expect(secrets('<account>\n<password>\n')).toEqual([]);
    expect(secrets('<password><![CDATA[a<b>c')).toEqual(['<![CDATA[a<b>c']);
    expect(secrets('<password>a<b')).toEqual(['a<b']);
  });

  it.each([
    '<password>1234\n<username>joe</username></account>',
    '<password>1234\n<username/></account>',
    '<password>1234\n</account>',
    '<account><password>1234</account><account><password/></account>',
  ])('end at the next tag where they have no end tag: %j', (text) => {
    expect(secrets(text)).toEqual(['1234']);
  });

  it('are those of every locale', () => {
    const values = '<value lang="cs">A</value>\n<value>B</value>';
    expect(secrets(`<password>${values}</password><title>t</title>`)).toEqual(['A', 'B']);
    expect(secrets(`<password>${values}<title>t</title>`)).toEqual(['A', 'B']);
    expect(secrets('<password><value lang="cs">A</value><value>B')).toEqual(['A', 'B']);
    expect(secrets('<title><value>t</value></title>')).toEqual([]);
  });

  it('are hidden as a whole where markup stands in them', () => {
    expect(secrets('<password>a<b>c</b>d</password>')).toEqual(['a<b>c</b>d']);
    expect(secrets('<password>a<!-- </password> -->b</password>')).toEqual(['a<!-- </password> -->b']);
    expect(secrets('<password><![CDATA[</password>]]></password>')).toEqual(['<![CDATA[</password>]]>']);
  });

  it('are found in a comment, but not behind a name in one', () => {
    expect(secrets('<!-- <password>old</password> --><username>joe</username>')).toEqual(['old']);
    expect(secrets('<!-- the <password> --><username>joe</username>')).toEqual([]);
    expect(secrets('<!-- <![CDATA[ --><password>1234')).toEqual(['1234']);
  });

  it('are found in time that grows with the document alone', () => {
    // Were it quadratic, a million characters would take longer than a test may.
    for (const piece of ['<!--<password></password>', '<token>x', '<password><!--', '<', '</', '<![CDATA[']) {
      const text = piece.repeat(1_000_000 / piece.length);
      expect(secretNodes(text).every(({ end }) => end <= text.length)).toBe(true);
    }
  });
});
