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
    session = changeSession(session, { type: 'saved', xml: session.xml, name: 'a.xml' });
    expect(saveSession(open, session)).toEqual({ ok: true });
    expect(loadSession(open, fallback)).toEqual(session);
  });

  it('keeps the name of its file, what was wrong with its encoding, and that it is not saved', () => {
    const open = memory();
    const encoding = { rule: 'ACC-1', severity: 'error', message: 'm', range: { start: 3, end: 4 } } as const;
    const opened = changeSession(fallback, {
      type: 'open',
      xml: '<a>\uFFFD</a>',
      file: { name: 'a.xml', encoding },
    });
    saveSession(open, changeSession(opened, { type: 'xml', xml: '<ab>\uFFFD</ab>' }));
    expect(loadSession(open, fallback)).toMatchObject({
      document: { name: 'a.xml', savedXml: null, encoding: { ...encoding, range: { start: 4, end: 5 } } },
    });
  });

  it('is none in a new tab', () => {
    expect(loadSession(memory(), fallback)).toBeNull();
  });

  it.each([null, 1, [], {}, { xml: 5 }])('is none where %j is stored', (value) => {
    expect(readSession(value, fallback)).toBeNull();
  });

  it('takes the fallback for what is of the wrong shape', () => {
    const stored = { xml: 'x', account: -1, sample: 'toString', assumptions: { 'part-names': 'odd' } };
    expect(readSession(stored, fallback)).toEqual({
      ...fallback,
      xml: 'x',
      document: { ...fallback.document, savedXml: 'x' },
    });
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
