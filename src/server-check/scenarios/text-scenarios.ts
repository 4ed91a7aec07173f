/** Descriptions and recipients, as people write them. */
import type { ScenarioDefinition, Session, UploadScenario } from '../definition.ts';
import { withParameter } from './changes.ts';

interface Text {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly failure: string;
  readonly value: string;
}

const descriptions: readonly Text[] = [
  {
    name: 'description-letters',
    title: 'A description in other alphabets',
    why: 'People write in their own language; the app sends UTF-8.',
    failure: 'Something on the way, often the database or its connection, is not set to UTF-8.',
    value: 'Příliš žluťoučký kůň, Καλημέρα, Привет, こんにちは, مرحبا',
  },
  {
    name: 'description-emoji',
    title: 'A description with emoji',
    why: 'They are four bytes in UTF-8: MySQL’s utf8 (not utf8mb4) refuses those.',
    failure: 'Often a column or connection in utf8 instead of utf8mb4.',
    value: 'Sunset 🌅 with 👩‍👩‍👧 in 🇨🇿',
  },
  {
    name: 'description-line-breaks',
    title: 'A description of several lines',
    why: 'A text of several lines; a parser that goes by lines loses the rest.',
    failure: 'The server takes the second line for something else.',
    value: 'First line\nSecond line\r\n\r\nAfter an empty one',
  },
  {
    name: 'description-special',
    title: 'A description with & = + % " <',
    why: 'Characters that mean something in forms, URLs and XML; a firewall may take them for an attack.',
    failure: 'The text is decoded or filtered once too often.',
    value: 'Fish & chips = 100 % + "<b>" %41 %2B',
  },
  {
    name: 'description-empty',
    title: 'No description',
    why: 'Most people send a photo without a word.',
    failure: 'The server insists on a text that users don’t have to give.',
    value: '',
  },
];

const descriptionScenarios = descriptions.map(
  ({ value, ...rest }): UploadScenario => ({
    kind: 'upload',
    group: 'description',
    request: value === '' ? 'The description is empty.' : `The description is ${JSON.stringify(value)}.`,
    expected: 'Success, as with any other text.',
    rule: 'TPL-10',
    prepare: (session) => withParameter(session, 'description', value),
    expects: { kind: 'success' },
    ...rest,
  }),
);

/** The digits of the person's own recipient: another one may be unknown to the server. */
function digitsOf({ inputs }: Session): string {
  const own = (inputs.parameters['to'] ?? '').replaceAll(/[\s().-]/g, '');
  return /^(?:\+|00)?(\d{5,15})$/.exec(own)?.[1] ?? '420777123456';
}

function recipient(
  { mayRefuse, ...texts }: Omit<Text, 'value'> & { readonly request: string; readonly mayRefuse?: string },
  value: (digits: string) => string,
): UploadScenario {
  return {
    kind: 'upload',
    group: 'recipient',
    expected: 'Success: it is the same recipient in another form.',
    rule: 'TPL-8',
    prepare: (session) => withParameter(session, 'to', value(digitsOf(session))),
    expects: { kind: 'success', ...(mayRefuse !== undefined && { mayRefuse }) },
    ...texts,
  };
}

const recipientScenarios = [
  recipient(
    {
      name: 'recipient-plus',
      title: 'A recipient with +',
      why: 'Numbers of address books begin with +, which is a space to who decodes it in the wrong place.',
      request: 'The recipient is a number such as +420777123456.',
      failure: 'The + is lost (“ 420…”), or the server wants another form: see number rewriting.',
    },
    (digits) => `+${digits}`,
  ),
  recipient(
    {
      name: 'recipient-spaces',
      title: 'A recipient with spaces',
      why: 'Address books have numbers as people typed them.',
      request: 'The recipient is a number such as +420 777 123 456.',
      failure: 'The server compares texts; it should compare digits, or the account rewrite the number.',
    },
    (digits) => `+${digits.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ' ')}`,
  ),
  recipient(
    {
      name: 'recipient-sip',
      title: 'A SIP address as recipient',
      why: 'The recipient may be a SIP address instead of a number.',
      request: 'The recipient is an address such as sip:420777123456@example.com.',
      failure: 'The server takes numbers alone: refused in words, that is a warning.',
      mayRefuse: 'SIP addresses are refused, in words: fine where your users have numbers alone.',
    },
    (digits) => `sip:${digits}@example.com`,
  ),
];

export const textScenarios: readonly ScenarioDefinition[] = [...descriptionScenarios, ...recipientScenarios];
