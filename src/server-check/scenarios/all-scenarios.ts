/** Every scenario, in the order in which they run and are listed. */
import type { ScenarioDefinition } from '../definition.ts';
import { mediaScenarios } from './media-scenarios.ts';
import { probeScenarios } from './probe-scenarios.ts';

export const allScenarios: readonly ScenarioDefinition[] = [...mediaScenarios, ...probeScenarios];
