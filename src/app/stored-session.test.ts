import { describe, expect, it } from 'vitest';
import { changeSession, newSession } from './session.ts';
import { loadSession, readSession, saveSession } from './stored-session.ts';

const fallback = newSession({ xml: '<account/>', parameters: {} }, 'fresh');

function memory() {
  const items = new Map<string, string>();
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
  return () => storage;
}

describe('a stored session', () => {
  it('comes back as it was', () => {
    const open = memory();
    let session = newSession({ xml: '\uFEFF<account>\r\n\ud800</account>', parameters: { to: 'ž' } }, 'b');
    session = changeSession(session, { type: 'assumption', id: 'url-encoding', option: 'form' });
    session = changeSession(session, { type: 'file', name: 'a.jpg' });
    session = changeSession(session, { type: 'view', view: 'form' });
    expect(saveSession(open, session)).toEqual({ ok: true });
    expect(loadSession(open, fallback)).toEqual(session);
  });

  it('is none in a new tab', () => {
    expect(loadSession(memory(), fallback)).toBeNull();
  });

  it.each([null, 1, [], {}, { xml: 5 }])('is none where %j is stored', (value) => {
    expect(readSession(value, fallback)).toBeNull();
  });

  it('takes the fallback for what is of the wrong shape', () => {
    const stored = { xml: 'x', account: -1, sample: 'toString', assumptions: { 'part-names': 'odd' } };
    expect(readSession(stored, fallback)).toEqual({ ...fallback, xml: 'x' });
  });

  it('tells full storage from storage that is not there', () => {
    const full = () => ({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    const forbidden = () => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(saveSession(full, fallback)).toEqual({ ok: false, full: true });
    expect(saveSession(forbidden, fallback)).toEqual({ ok: false, full: false });
    expect(loadSession(forbidden, fallback)).toBeNull();
  });
});
