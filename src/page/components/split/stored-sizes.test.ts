import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetSizes, loadSizes, saveSizes } from './stored-sizes.ts';

const prefix = 'media-upload-playground.panes.';

describe('sizes of panes', () => {
  let kept: Map<string, string>;

  beforeEach(() => {
    kept = new Map();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('are kept in whole pixels, and forgotten', () => {
    saveSizes('upload', [300.4, 421.6]);
    expect(loadSizes('upload', 2)).toEqual([300, 422]);
    forgetSizes('upload');
    expect(loadSizes('upload', 2)).toBeNull();
  });

  it('are taken over once from the name they were kept under before', () => {
    kept.set(`${prefix}rooms`, '300 400 580');
    expect(loadSizes('panes', 3)).toEqual([300, 400, 580]);
    expect([...kept]).toEqual([[`${prefix}panes`, '300 400 580']]);
    saveSizes('panes', [310, 390, 580]);
    expect(loadSizes('panes', 3)).toEqual([310, 390, 580]);
  });

  it('are the usual ones without storage', () => {
    vi.stubGlobal('localStorage', undefined);
    saveSizes('panes', [1, 2, 3]);
    forgetSizes('panes');
    expect(loadSizes('panes', 3)).toBeNull();
  });
});
