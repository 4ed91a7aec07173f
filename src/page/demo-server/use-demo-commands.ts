import type { Command } from '../commands/command.ts';
import { ownServerIn } from '../state/own-server.ts';
import { useSession } from '../state/session-provider.tsx';
import { ask } from './asked.ts';
import { demoChoices, normalChoice, stateOf } from './demo-choices.ts';
import { own } from './server-choices.ts';

/** Each behaviour of the demo server as a command, and the way back. */
export function useDemoCommands(): readonly Command[] {
  const { session } = useSession();
  const { origin } = window.location;
  const group = 'Demo server';
  const choices = [normalChoice(origin), ...demoChoices(origin).flatMap((one) => one.choices)];
  const aside = ownServerIn(session.document.aside, session.account, session.locale);
  return [
    {
      id: 'behaviour',
      title: 'Behaviour of the demo server…',
      group,
      run: () => ask({ kind: 'list' }),
    },
    {
      id: 'behaviour-own',
      title: 'Demo server: back to your own URL',
      group,
      isAvailable: aside !== null,
      run: () => ask({ kind: 'choice', id: own }),
    },
    ...choices.map(
      ({ name, title }): Command => ({
        id: `behaviour-${name}`,
        title: `Demo server: ${stateOf(title)}`,
        group,
        run: () => ask({ kind: 'choice', id: name }),
      }),
    ),
  ];
}
