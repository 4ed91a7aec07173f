/** Values that stand for a secret and are none. */

/** `{password}`, `${TOKEN}`, `<token>`, `***`. */
const form = /^(?:\$?\{+[\w.\- ]*\}+|<[\w.\- ]+>|\[[\w.\- ]+\]|[*•·.…]+)$/;

/** Of a template that only refers to values. */
const onlyReferences = /^(?:\s|%[^%\s]+%)*$/;

/** Whether a value may be shown though its name speaks of a secret. */
export function holdsNoSecret(value: string): boolean {
  return onlyReferences.test(value);
}

/** Whether it was put in a secret's place, by us (`API_KEY`, `API_KEY_2`) or by its author. */
export function isPlaceholder(value: string, blank: string): boolean {
  return form.test(value) || value.replace(/_\d+$/, '') === blank;
}

/** What a setting holds rather than a key: `<requireAuth>1</requireAuth>`. */
export function isSwitch(value: string): boolean {
  return /^(?:[01]|true|false|yes|no|on|off|none|auto)$/i.test(value);
}
