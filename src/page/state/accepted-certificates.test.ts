import { describe, expect, it } from 'vitest';
import { loadAccepted, saveAccepted, serverOf, withAccepted } from './accepted-certificates.ts';

const print = Array.from({ length: 32 }, () => 'AB').join(':');

function storage() {
  const items = new Map<string, string>();
  return {
    items,
    open: () => ({
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, value: string) => void items.set(name, value),
    }),
  };
}

describe('accepted certificates', () => {
  it('are for one host and port, and for TLS only', () => {
    expect(serverOf({ url: 'https://m.example/x', secure: true })).toBe('m.example:443');
    expect(serverOf({ url: 'https://[::1]:8443/', secure: true })).toBe('[::1]:8443');
    expect(serverOf({ url: 'http://m.example/', secure: false })).toBeNull();
  });

  it('survive a reload of the tab, and can be revoked', () => {
    const { open } = storage();
    saveAccepted(open, withAccepted({}, 'm.example:443', print));
    expect(loadAccepted(open)).toEqual({ 'm.example:443': print });
    saveAccepted(open, withAccepted(loadAccepted(open), 'm.example:443', null));
    expect(loadAccepted(open)).toEqual({});
  });

  it('are none where the storage holds something else, or fails', () => {
    const { open, items } = storage();
    saveAccepted(open, {});
    const [name = ''] = items.keys();
    for (const text of ['{"a:443":"*"}', '[1]', 'null', '{', '{"a:443":{}}']) {
      items.set(name, text);
      expect(loadAccepted(open)).toEqual({});
    }
    const failing = () => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(loadAccepted(failing)).toEqual({});
    expect(() => saveAccepted(failing, {})).not.toThrow();
  });
});
