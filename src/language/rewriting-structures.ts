/** The elements of number rewriting to start, and what their attributes may say (REW-1 to REW-3). */
import { lineEndOf } from '../core/account/edit-account.ts';
import { callActionNames } from '../core/account/rewriting-names.ts';
import type { Startable } from './startable.ts';

interface RewritingType {
  readonly type: string;
  readonly what: string;
  /** Whether it has a `param`. */
  readonly param: boolean;
}

export const conditionTypes: readonly RewritingType[] = [
  { type: 'startsWith', what: 'The number starts with param, in exact case.', param: true },
  { type: 'doesntStartWith', what: 'The number does not start with param.', param: true },
  { type: 'equals', what: 'The number is param.', param: true },
  { type: 'contains', what: 'param occurs in the number.', param: true },
  { type: 'lengthEquals', what: 'The number has param characters.', param: true },
  { type: 'shorterThan', what: 'The number has fewer than param characters.', param: true },
  { type: 'longerThan', what: 'The number has more than param characters.', param: true },
  { type: 'numeric', what: 'The number is digits 0 to 9 and nothing else.', param: false },
];

export const actionTypes: readonly RewritingType[] = [
  { type: 'replace', what: "What the rule's first condition on text matched becomes param.", param: true },
  { type: 'prepend', what: 'param is put in front of the number.', param: true },
  { type: 'append', what: 'param is added after the number.', param: true },
  { type: 'continue', what: 'The rules after this one apply too.', param: false },
];

/** What acts on calls: offered as a type, and said to leave the number alone. */
export const callActionTypes: readonly RewritingType[] = callActionNames.map((type) => ({
  type,
  what: 'It is about calls: the number stays as it is.',
  param: true,
}));

/** Where a line begins: the white space before a place that starts its line. */
export function indentationAt(text: string, at: number): string {
  let start = at;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return start === 0 || /[\r\n]/.test(text[start - 1] ?? '') ? text.slice(start, at) : '';
}

/** What may be started inside of an element of the rewriting; nothing elsewhere. */
export function rewritingStructures(parent: string, text: string, indentation: string): readonly Startable[] {
  const lineEnd = /[\r\n]/.test(text) ? lineEndOf(text) : '';
  const onLines = (lines: readonly string[]) =>
    lineEnd === '' ? lines.map((line) => line.trim()).join('') : lines.join(lineEnd + indentation);
  switch (parent) {
    case 'rewriting':
      return [rule(onLines)];
    case 'rule':
      return [
        list('conditions', 'All of them must hold; without any the rule holds.', 'REW-1', onLines),
      ].concat(list('actions', 'They are done one after the other.', 'REW-3', onLines));
    case 'conditions':
      return conditionTypes.map((entry) => item('condition', entry, 'REW-2'));
    case 'actions':
      return actionTypes.map((entry) => item('action', entry, 'REW-3'));
    default:
      return [];
  }
}

type OnLines = (lines: readonly string[]) => string;

function rule(onLines: OnLines): Startable {
  return {
    name: 'rule',
    kind: 'structure',
    detail: 'a rule for numbers',
    documentation:
      'The first rule that holds ends the rewriting, unless one of its actions is continue.\nREW-1',
    marked: onLines([
      '<rule>',
      '  <conditions>',
      '    <condition type="startsWith" param="|"/>',
      '  </conditions>',
      '  <actions>',
      '    <action type="replace" param=""/>',
      '  </actions>',
      '</rule>',
    ]),
    repeats: true,
  };
}

function list(name: string, documentation: string, ruleId: string, onLines: OnLines): Startable {
  return {
    name,
    kind: 'structure',
    detail: `the ${name} of a rule`,
    documentation: `${documentation}\n${ruleId}`,
    marked: onLines([`<${name}>`, '  |', `</${name}>`]),
    repeats: true,
  };
}

function item(name: string, { type, what, param }: RewritingType, ruleId: string): Startable {
  return {
    name: `${name} ${type}`,
    kind: 'structure',
    detail: '',
    documentation: `${what}\n${ruleId}`,
    marked: param ? `<${name} type="${type}" param="|"/>` : `<${name} type="${type}"/>|`,
    repeats: true,
  };
}
