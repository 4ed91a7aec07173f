/** What the demo server can be asked for, as choices of the page: each is a value of keys of the Account XML. */
import { demoUploadPath } from '../../demo/report.ts';
import {
  type DemoScenario,
  demoCredentials,
  demoScenarioGroups,
  demoScenarios,
} from '../../demo/scenarios.ts';

export interface DemoChoice {
  /** Of the scenario; `normal` and `own` are none. */
  readonly name: string;
  readonly title: string;
  readonly does: string;
  /** Keys of the Account XML that lead to it, with their values. */
  readonly keys: readonly (readonly [key: string, value: string])[];
  /** Media of so many bytes, for it to show anything. */
  readonly needsBytes: number;
}

export interface DemoChoiceGroup {
  readonly title: string;
  readonly choices: readonly DemoChoice[];
}

/** `origin` is that of the page. */
export function demoChoices(origin: string): readonly DemoChoiceGroup[] {
  return demoScenarioGroups.map((group) => ({
    title: group,
    choices: demoScenarios
      .filter((scenario) => scenario.group === group)
      .map((scenario) => {
        const { name, title, does, needsBytes = 0 } = scenario;
        return { name, title, does, needsBytes, keys: keysOf(scenario, origin) };
      }),
  }));
}

/** The demo server as it should be. */
export function normalChoice(origin: string): DemoChoice {
  return {
    name: 'normal',
    title: 'Works normally',
    does: 'Takes the upload and answers with a media_url.',
    keys: [['genericMediaUploadUrl', `${origin}${demoUploadPath}`]],
    needsBytes: 0,
  };
}

function keysOf(scenario: DemoScenario, origin: string): DemoChoice['keys'] {
  // What can be given is written out where it is one number: the place to try another one.
  const [option] = scenario.options;
  const tried = option?.kind === 'number' ? `&${option.name}=${option.preset}` : '';
  const url = `${origin}${demoUploadPath}?scenario=${scenario.name}${tried}`;
  if (scenario.asksForLogin !== true) return [['genericMediaUploadUrl', url]];
  return [
    ['genericMediaUploadUrl', url],
    ['genericMediaUploadAuthUsername', demoCredentials.username],
    ['genericMediaUploadAuthPassword', demoCredentials.password],
  ];
}

/** `Demo server: ` comes before it: `answers 402 with a message`, `reads slowly`. */
export function stateOf(title: string): string {
  if (/^\d/.test(title)) return `answers ${title.replace(':', ',')}`;
  return /^[A-Z][a-z]/.test(title) || title.startsWith('A ')
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}
