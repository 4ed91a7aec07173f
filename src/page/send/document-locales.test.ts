import { expect, it } from 'vitest';
import { readAccount } from '../../core/account/read-account.ts';
import { documentLocales } from './document-locales.ts';

const localesOf = (xml: string) => documentLocales(readAccount(xml, {}).account?.element ?? null);

it('names each locale of the document once, as it is written first', () => {
  const title = '<title><value lang="cs">a</value><value lang="en-GB">b</value><value>c</value></title>';
  const host = '<host><value lang="CS">d</value><value lang="">e</value></host>';
  expect(localesOf(`<account>${title}${host}</account>`)).toEqual(['cs', 'en-GB']);
});

it('names none where no value has one', () => {
  expect(localesOf('<account><title lang="cs">a</title></account>')).toEqual([]);
});
