/** What a server must refuse, in words that the app can show. */
import { unknownRecipient } from '../../demo/refused-values.ts';
import type { UploadScenario } from '../definition.ts';
import { withoutFile, withParameter } from './changes.ts';
import { withWrongCredentials } from './wrong-credentials.ts';

export const refusalScenarios: readonly UploadScenario[] = [
  {
    kind: 'upload',
    name: 'without-file',
    group: 'refusal',
    title: 'Without the file',
    why: 'A server that says success and has no file makes users believe that their photo was sent.',
    request: 'All parts but the one that holds the media.',
    expected: 'A status from 400 on, with a message.',
    failure: 'Success is said without looking whether a file arrived.',
    rule: 'MP-4',
    prepare: withoutFile,
    expects: {
      kind: 'refusal',
      accepted: {
        outcome: 'failed',
        text: 'The server says success though no file came: its users would believe that their photo was sent.',
      },
    },
  },
  {
    kind: 'upload',
    name: 'wrong-credentials',
    group: 'refusal',
    title: 'Wrong credentials',
    why: 'A password that changed must lead to a message, and a stranger’s upload to a refusal.',
    request: 'Every password, token and key is another one.',
    expected: 'A status from 400 on, with a message.',
    failure: 'The refusal does not reach the user in words.',
    rule: 'RES-2',
    prepare: withWrongCredentials,
    expects: {
      kind: 'refusal',
      accepted: {
        outcome: 'warning',
        text: 'The server takes uploads from anybody: wrong credentials were accepted like right ones. Whoever knows its address can fill its disk and send in the name of others.',
      },
    },
  },
  {
    kind: 'upload',
    name: 'wrong-recipient',
    group: 'refusal',
    title: 'A recipient that does not exist',
    why: 'The sender should read at once that the number is wrong.',
    request: `The recipient is ${unknownRecipient}.`,
    expected: 'A status from 400 on, with a message.',
    failure: 'The refusal does not reach the user in words.',
    rule: 'RES-2',
    prepare: (session) => withParameter(session, 'to', unknownRecipient),
    expects: {
      kind: 'refusal',
      accepted: {
        outcome: 'warning',
        text: 'The server takes uploads to anybody: a recipient that can’t exist was accepted. The sender learns nothing of a wrong number.',
      },
    },
  },
];
