/**
 * Text of others for a terminal. A terminal obeys control characters, and bidirectional and invisible
 * ones let a text look like another: each is written as `\u{1b}` instead. A line break is one of them, so
 * that no text can forge a line; a typed `\n` stays as it is typed.
 */

/** Controls, formats, lone surrogates, private and unassigned ones; separators but the space; fillers. */
const unseen = String.raw`(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]`;

/** What would read as an escape is escaped itself: an escape always stands for what it names. */
const forPeople = new RegExp(String.raw`\\(?=u\{)|${unseen}`, 'gu');
const forJson = new RegExp(String.raw`(?!\n)${unseen}`, 'gu');
const any = new RegExp(unseen, 'u');

export function hasUnseen(text: string): boolean {
  return any.test(text);
}

export function escapeUnseen(text: string): string {
  return text.replace(forPeople, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Indented JSON with the same characters as `\u001b`: it reads back as the same value. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(forJson, (found) => {
    let escaped = '';
    for (let at = 0; at < found.length; at++)
      escaped += `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`;
    return escaped;
  });
}
