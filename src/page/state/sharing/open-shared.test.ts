import { expect, it } from 'vitest';
import { linkTo } from '../../../links/links.ts';
import { writeSessionFile } from '../../../links/session-file.ts';
import { changeSession, newSession, type SessionAction } from '../session.ts';
import { openLink, openSessionFile, sharedOf } from './open-shared.ts';

const first = newSession({ xml: '<account/>', parameters: { to: '1' } }, 'b');
const session = (
  [
    { type: 'xml', xml: '<account><password>PASSWORD_2</password></account>' },
    { type: 'assumption', id: 'url-encoding', option: 'form' },
    { type: 'locale', locale: 'cs' },
    { type: 'account', account: 2 },
    { type: 'sample', sample: 'clip' },
    { type: 'media-type', mediaType: 'video/x' },
  ] satisfies readonly SessionAction[]
).reduce<typeof first>(changeSession, first);

it('a link gives back what was put in, with a boundary of its own, and names what to fill in', () => {
  const opened = openLink(linkTo(sharedOf(session), ''), first);
  if (opened.kind === 'fault') throw new Error(opened.text);
  const { boundary, document, ...inputs } = session;
  expect(opened.session).toMatchObject({ ...inputs, document: { name: null, savedXml: session.xml } });
  expect(opened.session.boundary).not.toBe(boundary);
  expect(opened.text).toBe(
    'Opened from a link; nothing was sent. Put your own in the place of PASSWORD_2: what is secret was left out.',
  );
});

it('a session file names the media to be chosen again', () => {
  const opened = openSessionFile(writeSessionFile(sharedOf(first), 'mine.jpg'), 'a.session.json');
  expect(opened.text).toBe(
    'Opened “a.session.json”; nothing was sent. Choose “mine.jpg” again: media are not in it.',
  );
});

it('example media that are not here are named, and the photo stands in', () => {
  const opened = openLink('#example=film', first);
  expect(opened).toMatchObject({ session: { sample: 'photo', sampleChosen: false } });
  expect(opened.text).toContain('there are photo, clip, large.');
});

it('what can’t be opened leaves all as it is', () => {
  expect(openLink('#s=3.x', first)).toMatchObject({ kind: 'fault', text: expect.stringContaining('newer') });
  expect(openSessionFile('{}', 'x')).toMatchObject({ kind: 'fault' });
});
