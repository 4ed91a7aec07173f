/** Every scenario, in the order in which they run and are listed; and which of them a person asks for. */
import type { ScenarioDefinition } from '../definition.ts';
import { type ScenarioGroup, scenarioGroups } from '../scenario.ts';
import { fileNameScenarios } from './file-name-scenarios.ts';
import { formScenarios } from './form-scenarios.ts';
import { mediaScenarios } from './media-scenarios.ts';
import { probeScenarios } from './probe-scenarios.ts';
import { refusalScenarios } from './refusal-scenarios.ts';
import { replyScenarios } from './reply-scenarios.ts';
import { sizeScenarios } from './size-scenarios.ts';
import { textScenarios } from './text-scenarios.ts';
import { timingScenarios } from './timing-scenarios.ts';

/** Those of the reply look at what the others were answered. */
export const allScenarios: readonly ScenarioDefinition[] = [
  ...mediaScenarios,
  ...sizeScenarios,
  ...textScenarios,
  ...fileNameScenarios,
  ...formScenarios,
  ...refusalScenarios,
  ...timingScenarios,
  ...replyScenarios,
  ...probeScenarios,
];

/** Without a word: all but those that run only where they are asked for. */
export const usualScenarios = allScenarios.filter(({ onlyAsked }) => onlyAsked !== true);

export function isGroup(name: string): name is ScenarioGroup {
  return Object.hasOwn(scenarioGroups, name);
}

/**
 * Those of these names, in the order in which they run; a name that is none in `unknown`. A group's name asks for
 * its usual ones, or for all where it has no others.
 */
export function scenariosOf(names: readonly string[]): {
  readonly scenarios: readonly ScenarioDefinition[];
  readonly unknown: readonly string[];
} {
  const wanted = new Set(names);
  const hasUsual = new Set(usualScenarios.map(({ group }) => group));
  return {
    scenarios: allScenarios.filter(
      ({ name, group, onlyAsked }) =>
        wanted.has(name) || (wanted.has(group) && (onlyAsked !== true || !hasUsual.has(group))),
    ),
    unknown: names.filter((name) => !isGroup(name) && !allScenarios.some((one) => one.name === name)),
  };
}
