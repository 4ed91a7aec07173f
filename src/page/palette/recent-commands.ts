/** The commands that were chosen last, kept across visits: ids only. */

const key = 'media-upload-playground.commands';
const limit = 5;

export function recentCommands(): readonly string[] {
  try {
    return (localStorage.getItem(key) ?? '').split(' ').filter(Boolean).slice(0, limit);
  } catch {
    return [];
  }
}

export function rememberCommand(id: string): void {
  try {
    const others = recentCommands().filter((other) => other !== id);
    localStorage.setItem(key, [id, ...others].slice(0, limit).join(' '));
  } catch {
    // Without storage none is recent.
  }
}
