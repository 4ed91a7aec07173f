import { describe, expect, it } from 'vitest';
import { secretRanges } from './secret-values.ts';

const secrets = (text: string) => secretRanges(text).map(({ start, end }) => text.slice(start, end));

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

  it('stay hidden while their end tag is half typed, and only there', () => {
    expect(secrets('<password>1234</passw')).toEqual(['1234']);
    expect(secrets('<password>1234')).toEqual([]);
  });
});
