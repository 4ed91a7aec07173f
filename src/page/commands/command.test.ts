import { describe, expect, it } from 'vitest';
import { isPressed } from './command.ts';
import { keyLabels } from './key-label.ts';

function press(keys: string): Parameters<typeof isPressed>[1] {
  const parts = keys.split(' ');
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  };
}

describe('the keys of a command', () => {
  it('are Ctrl or ⌘ with a letter in any case, and nothing else with it', () => {
    expect(isPressed('Mod+K', press('Ctrl k'))).toBe(true);
    expect(isPressed('Mod+K', press('Meta K'))).toBe(true);
    expect(isPressed('Mod+K', press('k'))).toBe(false);
    expect(isPressed('Mod+K', press('Ctrl Shift K'))).toBe(false);
  });

  it('are not pressed by AltGr, which writes a character', () => {
    expect(isPressed('Mod+S', press('Ctrl Alt s'))).toBe(false);
  });

  it('tell a key from the same one with Shift', () => {
    expect(isPressed('F8', press('F8'))).toBe(true);
    expect(isPressed('F8', press('Shift F8'))).toBe(false);
    expect(isPressed('Shift+F8', press('Shift F8'))).toBe(true);
  });

  it('may be a character, however it is typed', () => {
    expect(isPressed('?', press('Shift ?'))).toBe(true);
    expect(isPressed('?', press('?'))).toBe(true);
    expect(isPressed('?', press('Ctrl ?'))).toBe(false);
  });

  it('are written as on the keyboard', () => {
    expect(keyLabels('Mod+Enter', false)).toEqual(['Ctrl', '↵']);
    expect(keyLabels('Mod+Enter', true)).toEqual(['⌘', '↵']);
    expect(keyLabels('Shift+F8', true)).toEqual(['⇧', 'F8']);
  });
});
