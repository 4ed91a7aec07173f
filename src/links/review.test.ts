import { describe, expect, it } from 'vitest';
import { plantedSecrets, plantedValue } from '../test/planted-secrets.ts';
import { plainSession } from '../test/session-for-test.ts';
import { linkTo, readLink } from './links.ts';
import { reviewSession } from './review.ts';
import { writeSessionFile } from './session-file.ts';

const nothing = new Set<string>();

describe('what leaves with a session', () => {
  it.each(plantedSecrets)('is no secret: $title', ({ plant, value = plantedValue }) => {
    const session = {
      ...plainSession,
      xml: plant(value),
      parameters: { to: '1', description: `it is ${value}` },
    };
    const { secrets, sessionWith } = reviewSession(session);
    const link = readLink(linkTo(sessionWith(nothing), ''));
    expect(JSON.stringify(link)).not.toContain(value);
    expect(writeSessionFile(sessionWith(nothing), null)).not.toContain(value);
    expect(JSON.stringify(secrets)).not.toContain(value);
    const all = new Set(secrets.map(({ id }) => id));
    expect(sessionWith(all)).toEqual(session);
  });

  it('is what a person lets go, and nothing else', () => {
    const session = {
      ...plainSession,
      xml: '<account><password>hunter2</password>\n<token>t0ken-1</token></account>',
      parameters: { to: '1', 'account[password]': 'typed', pin: '%', description: 'hunter2!' },
    };
    const { secrets, sessionWith } = reviewSession(session);
    expect(secrets.map(({ id, name, blank }) => [id, name, blank])).toEqual([
      ['xml 19', 'password', 'PASSWORD'],
      ['xml 45', 'token', 'TOKEN'],
      ['parameter account[password]', 'account[password]', 'PASSWORD'],
      ['parameter pin', 'pin', 'PIN'],
      ['parameter description', 'description', 'DESCRIPTION'],
    ]);
    expect(sessionWith(new Set(['xml 45', 'parameter pin']))).toEqual({
      ...session,
      xml: '<account><password>PASSWORD</password>\n<token>t0ken-1</token></account>',
      parameters: { to: '1', 'account[password]': 'PASSWORD', pin: '%', description: 'PASSWORD!' },
    });
  });
});
