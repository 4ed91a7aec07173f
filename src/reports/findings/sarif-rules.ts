/** Rules and advice as SARIF describes them, with what helps a person who meets one. */
import { assumptionRegistry } from '../../core/assumptions.ts';
import { standingMeanings } from '../../core/rules/rule.ts';
import { findRule } from '../../core/rules.ts';
import type { Finding } from '../../language/findings/findings.ts';
import { unreadableRule } from './checked-file.ts';

export const sarifLevels = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  advice: 'note',
} as const satisfies Record<Finding['severity'], string>;

/** Advice has an id below the rule that it concerns, so that it can be hidden without the rule. */
export const sarifRuleId = ({ rule, advice }: Finding): string =>
  advice === undefined ? rule : `${rule}/${advice}`;

export function sarifRule(finding: Finding) {
  const { title, sentence, help } = description(finding);
  return {
    id: sarifRuleId(finding),
    shortDescription: { text: title },
    fullDescription: { text: sentence },
    help: { text: help.join('\n') },
  };
}

function description({ rule: id, advice }: Finding) {
  const rule = findRule(id);
  if (id === unreadableRule || !rule) {
    const sentence = 'A file that was found at first could not be read when its turn came.';
    return { title: 'Unreadable file', sentence, help: [sentence] };
  }
  const about = advice
    ? [`Advice: what real servers do, which is no fault. It concerns ${rule.id}, ${rule.title}.`]
    : [];
  const help = [
    ...about,
    rule.sentence,
    `Standing: ${standingMeanings[rule.standing]}.`,
    ...(rule.example === undefined ? [] : [`Example: ${rule.example}`]),
    ...assumptionRegistry
      .filter((assumption) => assumption.rule === rule.id)
      .map(({ id: name, options }) => `Assumption: --assume ${name}=${options.map((o) => o.id).join('|')}`),
  ];
  const title = advice ? `${rule.title}: ${advice.replaceAll('-', ' ')}` : rule.title;
  return { title, sentence: rule.sentence, help };
}
