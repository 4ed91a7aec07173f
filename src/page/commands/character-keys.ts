/** Keys of one character: commands only where nobody types, and where a person left them on (WCAG 2.1.4). */

const key = 'media-upload-playground.character-keys';

export function areCharacterKeysOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

export function turnCharacterKeys(areOn: boolean): void {
  try {
    if (areOn) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // Without storage they stay on.
  }
}

const fields =
  'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role=textbox], dialog, [role=dialog]';

/** Whether the character that was pressed is text, and no command. */
export function isText({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  if (key.length > 1 || ctrlKey || metaKey) return false;
  return (target instanceof Element && target.closest(fields) !== null) || !areCharacterKeysOn();
}
