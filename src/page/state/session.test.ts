import { describe, expect, it } from 'vitest';
import { changedAssumptions, changeSession, haveSameInputs, newSession } from './session.ts';

const session = newSession({ xml: '<account/>', parameters: { to: '1' } }, 'b');

describe('a session', () => {
  it('sets and resets a parameter', () => {
    const set = changeSession(session, { type: 'parameter', name: 'account[username]', value: '' });
    expect(set.parameters).toEqual({ to: '1', 'account[username]': '' });
    expect(changeSession(set, { type: 'reset-parameter', name: 'to' }).parameters).toEqual({
      'account[username]': '',
    });
  });

  it('keeps what the person set when an example is loaded', () => {
    const example = { xml: '<accounts/>', parameters: { to: '2', description: 'd' } };
    const loaded = changeSession({ ...session, account: 3 }, { type: 'example', example });
    expect(loaded.parameters).toEqual({ to: '1', description: 'd' });
    expect(loaded.xml).toBe('<accounts/>');
    expect(loaded.account).toBe(1);
  });

  it('forgets a name and a type set by hand when other media is chosen', () => {
    const named = changeSession(session, { type: 'file-name', name: 'x.jpg' });
    expect(changeSession(named, { type: 'file', name: 'y.png' })).toMatchObject({
      fileName: null,
      chosenFile: 'y.png',
    });
    expect(changeSession(named, { type: 'sample', sample: 'clip' })).toMatchObject({
      fileName: null,
      sample: 'clip',
      sampleChosen: true,
    });
  });

  it('knows which assumptions are not the default', () => {
    const changed = changeSession(session, { type: 'assumption', id: 'part-names', option: 'quoted' });
    expect(changedAssumptions(changed.assumptions)).toEqual(['part-names']);
    expect(changedAssumptions(changeSession(changed, { type: 'default-assumptions' }).assumptions)).toEqual(
      [],
    );
  });

  it('is the same object while the text is the same', () => {
    expect(changeSession(session, { type: 'xml', xml: '<account/>' })).toBe(session);
  });

  it('makes way for another one whole, and comes back with its document, its file and its values', () => {
    const mine = changeSession(
      changeSession(session, { type: 'open', xml: '<a/>', file: { name: 'a.xml', encoding: null } }),
      { type: 'file', name: 'photo.jpg' },
    );
    const first = newSession({ xml: '<first/>', parameters: {} }, 'c');
    const replaced = changeSession(mine, { type: 'replace', session: first });
    expect(replaced).toMatchObject({
      xml: '<first/>',
      parameters: {},
      chosenFile: null,
      document: { name: null, savedXml: '<first/>' },
    });
    expect(haveSameInputs(replaced, first)).toBe(true);
    // As the editor's undo and redo do it: each text brings its document.
    const undone = changeSession(replaced, { type: 'xml', xml: '<a/>' });
    expect(undone.document).toEqual(mine.document);
    const back = changeSession(undone, { type: 'back', session: mine });
    expect(haveSameInputs(back, mine)).toBe(true);
    expect(back.document).toEqual(mine.document);
    expect(changeSession(back, { type: 'xml', xml: '<first/>' }).document).toEqual(replaced.document);
  });

  it('has the same inputs however it is shown, and others after every change of one', () => {
    expect(haveSameInputs(session, changeSession(session, { type: 'view', view: 'form' }))).toBe(true);
    for (const action of [
      { type: 'xml', xml: '' },
      { type: 'parameter', name: 'to', value: '2' },
      { type: 'locale', locale: 'cs' },
      { type: 'file', name: 'x' },
    ] as const)
      expect(haveSameInputs(session, changeSession(session, action))).toBe(false);
  });
});
