/** `explain RULE`: a rule of the contract, and the assumptions that belong to it. */
import { type Assumption, assumptionRegistry } from '../../core/assumptions.ts';
import { type Rule, standingMeanings } from '../../core/rules/rule.ts';
import { findRule, rules } from '../../core/rules.ts';
import { closestName } from '../../core/template/closest-name.ts';
import type { StatusOf } from '../options.ts';
import { type Console, exit } from '../output/console.ts';
import { parseOptions } from '../parse-options.ts';
import { UsageError } from '../usage-error.ts';

export async function explain(args: readonly string[], console: Console): Promise<StatusOf<'explain'>> {
  const { values, operands } = parseOptions('explain', args);
  const [id] = operands;
  const rule = findRule(id);
  if (!rule) throw new UsageError(`Unknown rule ${id}. ${suggestion(id)}`);
  const assumptions = assumptionRegistry.filter((assumption) => assumption.rule === rule.id);
  if (values.json) await console.json({ ...rule, assumptions: assumptions.map(assumptionJson) });
  else await console.out([...ruleLines(rule), ...assumptions.flatMap(assumptionLines)]);
  return exit.ok;
}

const ruleIds = rules.map((rule) => rule.id);

/** The rule of an assumption, where its id was given; else the nearest id. */
function suggestion(id: string): string {
  const assumption = assumptionRegistry.find((candidate) => candidate.id === id.toLowerCase());
  if (assumption) return `${assumption.id} is an assumption of rule ${assumption.rule}.`;
  return `The nearest is ${closestName(id, ruleIds)?.name}.`;
}

function ruleLines({ id, title, sentence, standing, example }: Rule): readonly string[] {
  const lines = [`${id} ${title}`, `  ${sentence}`, `  Standing: ${standingMeanings[standing]}`];
  return example === undefined ? lines : [...lines, `  Example: ${example}`];
}

function assumptionLines({ id, title, rationale, options }: Assumption): readonly string[] {
  return [
    `  Assumption ${id}: ${title} …`,
    `    ${rationale}`,
    ...options.map((option, index) => {
      const isDefault = index === 0 ? ' (default)' : '';
      return `    --assume ${id}=${option.id}: … ${option.title}${isDefault}`;
    }),
  ];
}

/** The default comes first. */
function assumptionJson({ id, title, standing, rationale, options }: Assumption) {
  return { id, title, standing, rationale, options };
}
