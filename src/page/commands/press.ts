import type { Command } from './command.ts';

/**
 * A command that is a button of a view (`data-command="…"`): it is pressed there, so that what the button
 * says and does is said and done there. Where the button is missing or disabled, so is the command.
 */
export function press(name: string): Pick<Command, 'isAvailable' | 'run'> {
  const button = () => document.querySelector<HTMLElement>(`[data-command="${name}"]`);
  return { isAvailable: button()?.matches(':enabled') ?? false, run: () => button()?.click() };
}
