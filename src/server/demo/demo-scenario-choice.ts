/** Which scenario a query asks for, and with which options. */
import {
  type DemoScenarioName,
  type DemoScenarioOption,
  demoScenarios,
  isDemoScenario,
} from '../../demo/scenarios.ts';
import type { DemoReplyKind } from './demo-replies.ts';

export type ScenarioChoice =
  | { readonly kind: 'none' }
  /** `why` is for people; it holds nothing of the query. */
  | { readonly kind: 'wrong'; readonly why: string }
  | {
      readonly kind: 'scenario';
      readonly name: DemoScenarioName;
      /** The form of ordinary replies. */
      readonly reply: DemoReplyKind;
      readonly options: ScenarioOptions;
    };

/** Given or preset, and within their bounds. Asking for one that the scenario does not have throws. */
export interface ScenarioOptions {
  readonly number: (name: string) => number;
  readonly choice: (name: string) => string;
}

export function scenarioChoice(query: URLSearchParams): ScenarioChoice {
  const name = query.get('scenario');
  if (name === null) return { kind: 'none' };
  if (!isDemoScenario(name)) {
    const known = demoScenarios.map((one) => one.name).join(', ');
    return wrong(`The demo server knows no such scenario, but these: ${known}`);
  }
  const reply = query.get('reply') ?? 'xml';
  if (reply !== 'xml' && reply !== 'json') {
    return wrong('The demo server replies with reply=xml or reply=json');
  }
  const numbers = new Map<string, number>();
  const choices = new Map<string, string>();
  for (const option of demoScenarios.find((one) => one.name === name)?.options ?? []) {
    const given = query.get(option.name);
    const problem = problemOf(option, given);
    if (problem !== null) return wrong(problem);
    if (option.kind === 'number') numbers.set(option.name, given === null ? option.preset : Number(given));
    else choices.set(option.name, given ?? option.choices[0]);
  }
  return {
    kind: 'scenario',
    name,
    reply,
    options: { number: (key) => required(numbers, key), choice: (key) => required(choices, key) },
  };
}

function problemOf(option: DemoScenarioOption, given: string | null): string | null {
  if (given === null) return null;
  switch (option.kind) {
    case 'number': {
      const { name, least, most } = option;
      if (/^\d{1,15}$/.test(given) && Number(given) >= least && Number(given) <= most) return null;
      return `The option ${name} is a whole number from ${least} to ${most}`;
    }
    case 'choice': {
      const { name, choices } = option;
      return choices.includes(given) ? null : `The option ${name} is one of ${choices.join(', ')}`;
    }
  }
}

function wrong(why: string): ScenarioChoice {
  return { kind: 'wrong', why };
}

function required<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`The scenario has no option ${name}.`);
  return value;
}
