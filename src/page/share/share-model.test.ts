import { expect, it } from 'vitest';
import { reviewSession } from '../../links/review.ts';
import { changeSession, newSession, type SessionAction } from '../state/session.ts';
import { sharedOf } from '../state/sharing/open-shared.ts';
import { goingItems, meterOf, secretItems, sessionFileName } from './share-model.ts';

const first = newSession({ xml: '<account/>', parameters: { to: '1' } }, 'b');
const changedBy = (...actions: SessionAction[]) => actions.reduce(changeSession, first);

it('says of a link what it fits, in words', () => {
  const texts = [100, 1800, 1801, 3900, 3901].map((length) => meterOf('x'.repeat(length)).text);
  expect(texts).toEqual([
    '100 characters: fits mail and chat',
    '1,800 characters: fits mail and chat',
    '1,801 characters: fits chat; mail programs may cut it',
    '3,900 characters: fits chat; mail programs may cut it',
    '3,901 characters: mail and chat may cut it. Send a file instead',
  ]);
});

it('lists all that goes, and nothing of a file of one’s own', () => {
  const session = changedBy(
    { type: 'assumption', id: 'url-encoding', option: 'form' },
    { type: 'locale', locale: 'cs' },
    { type: 'account', account: 2 },
    { type: 'sample', sample: 'clip' },
    { type: 'file-name', name: 'a.mp4' },
  );
  expect(goingItems(session, sharedOf(session)).map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Account XML: 10 bytes, to the byte',
    'to: 1',
    expect.stringMatching(/^URL encoding: … /),
    'Account: number 2',
    'Locale: cs',
    'Example media: sample clip',
    'File name: a.mp4',
  ]);
  const withFile = changeSession(session, { type: 'file', name: 'private.jpg' });
  expect(JSON.stringify(sharedOf(withFile))).not.toContain('private');
});

it('says where each secret stands', () => {
  const xml = '<account>\n<password>x</password>\n</account>';
  const { secrets } = reviewSession(sharedOf({ ...first, xml, parameters: { token: 'y' } }));
  expect(secretItems(secrets, xml).map(({ name, where, blank }) => [name, where, blank])).toEqual([
    ['password', 'line 2', 'PASSWORD'],
    ['token', 'a value that you set', 'TOKEN'],
  ]);
});

it('names a file after the document', () => {
  expect([null, 'acme.xml', 'a.session.json', 'b'].map(sessionFileName)).toEqual([
    'media-upload.session.json',
    'acme.session.json',
    'a.session.json',
    'b.session.json',
  ]);
});
