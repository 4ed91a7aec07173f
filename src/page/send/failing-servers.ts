/** The demo media server's scenarios as choices of the page: each is an edit of the Account XML. */
import { applyEdits, setKey } from '../../core/account/edit-account.ts';
import type { AccountChoice } from '../../core/account/read-account.ts';
import { commonEnds } from '../../core/source/common-ends.ts';
import type { TextEdit } from '../../core/source/diagnostics.ts';
import { tryParseUrl } from '../../core/try-parse-url.ts';
import { demoUploadPath } from '../../demo/report.ts';
import {
  type DemoScenario,
  demoCredentials,
  demoScenarioGroups,
  demoScenarios,
} from '../../demo/scenarios.ts';

export interface FailingServer extends Pick<DemoScenario, 'name' | 'title' | 'does'> {
  /** Keys of the Account XML that lead to it, with their values. */
  readonly keys: readonly (readonly [key: string, value: string])[];
}

export interface FailingServers {
  readonly group: string;
  readonly servers: readonly FailingServer[];
}

/** `origin` is that of the page. */
export function failingServers(origin: string): readonly FailingServers[] {
  return demoScenarioGroups.map((group) => ({
    group,
    servers: demoScenarios
      .filter((scenario) => scenario.group === group)
      .map((scenario) => {
        const { name, title, does } = scenario;
        return { name, title, does, keys: keysOf(scenario, origin) };
      }),
  }));
}

function keysOf(scenario: DemoScenario, origin: string): FailingServer['keys'] {
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

/** The scenario that a request's URL asks for; empty where it asks for none. */
export function scenarioIn(url: string | null, origin: string): string {
  const parsed = url === null ? null : tryParseUrl(url);
  if (parsed === null || parsed.origin !== origin || parsed.pathname !== demoUploadPath) return '';
  return parsed.searchParams.get('scenario') ?? '';
}

export type Pointing =
  /** `edits` of the text as it was; `text` is what becomes of it, `keys` those that changed. */
  | {
      readonly kind: 'changed';
      readonly edits: readonly TextEdit[];
      readonly text: string;
      readonly keys: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Makes the Account XML lead to that server, as one edit (ACC-6). */
export function pointAt(server: FailingServer, text: string, choice: AccountChoice): Pointing {
  let after = text;
  const keys: string[] = [];
  for (const [key, value] of server.keys) {
    const outcome = setKey(after, choice, key, value);
    if (outcome.kind === 'refused') return outcome;
    if (outcome.edits.length > 0) keys.push(key);
    after = applyEdits(after, outcome.edits);
  }
  return { kind: 'changed', edits: differenceOf(text, after), text: after, keys };
}

/** The one edit that makes `after` of `before`; none where they are the same. */
export function differenceOf(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const { head, tail } = commonEnds(before, after);
  return [
    { range: { start: head, end: before.length - tail }, text: after.slice(head, after.length - tail) },
  ];
}
