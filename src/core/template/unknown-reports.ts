/** Parameters, nodes and calls that do not exist (TPL-2, TPL-3, TPL-5), with the one that was meant. */
import { multipartDataKey } from '../account/service-keys.ts';
import type { Diagnostic } from '../source/diagnostics.ts';
import { sourceFix } from '../xml/source-fix.ts';
import type { Closest } from './closest-name.ts';
import type { KnownNames } from './known-names.ts';
import { hashFunction, mediaContent, recipient } from './parameter-catalogue.ts';
import { parameterFix, rangeIn, type Template, written } from './template.ts';
import type { TemplateToken } from './template-tokens.ts';

type ParameterToken = Extract<TemplateToken, { readonly kind: 'parameter' }>;
type CallToken = Extract<TemplateToken, { readonly kind: 'call' }>;

/** Of a call that may be meant for a node, no longer one is looked at. */
const longestNode = 100;

/** TPL-5. `keeps`: it is sent as written (an assumption). */
export function unknownParameter(
  template: Template,
  token: ParameterToken,
  names: KnownNames,
  { keeps, inCall }: { readonly keeps: boolean; readonly inCall: boolean },
): Diagnostic {
  const { name } = token;
  const base = { rule: 'TPL-5', severity: 'warning', range: rangeIn(template, token) } as const;
  const outcome = keeps ? 'sent literally' : 'sent empty';
  if (name === mediaContent) {
    const where = inCall ? 'not inside a call' : `only as a part's value in ${multipartDataKey}`;
    return { ...base, message: `%${name}% is a parameter ${where}: here it is ${outcome}.` };
  }
  const nearest = names.closestParameter(name, template.node);
  const message = `Unknown parameter %${name}%: ${outcome}. Did you mean %${nearest?.name ?? recipient}%?`;
  const fix =
    nearest && isSurelyMeant(name, nearest) ? parameterFix(template, token, nearest.name) : undefined;
  return { ...base, message, ...(fix && { fix }) };
}

/** TPL-2. */
export function absentNode(
  template: Template,
  token: TemplateToken,
  node: string,
  names: KnownNames,
): Diagnostic {
  const near = names.closestNode(node)?.name;
  const hint = near ? ` Did you mean %account[${near}]%?` : ' It is empty.';
  const message = `The account has no <${node}>.${hint}`;
  const fix = near === undefined ? undefined : parameterFix(template, token, `account[${near}]`);
  return {
    rule: 'TPL-2',
    severity: 'warning',
    message,
    range: rangeIn(template, token),
    ...(fix && { fix }),
  };
}

/** TPL-3. */
export function unknownFunction(template: Template, token: CallToken, names: KnownNames): Diagnostic {
  const { functionName } = token;
  const name = { start: token.start + 1, end: token.start + 1 + functionName.length };
  const argument = { start: name.end + 1, end: token.end - 2 };
  const isShort = argument.end - argument.start <= longestNode;
  const node = names
    .near(template.node)
    .ofAccount(`${functionName}[${isShort ? written(template, argument) : ''}]`);
  const hint = node ? ` Did you mean %${node.name}%?` : '';
  const message = `There is no function ${functionName}: only %${hashFunction}(…)% is known. The call is sent literally.${hint}`;
  const isMeant = functionName.toLowerCase() === hashFunction;
  const nameFix = isMeant
    ? sourceFix(template.value, name, `Write ${hashFunction}`, hashFunction)
    : undefined;
  const fix = nameFix ?? (node?.isCertain ? parameterFix(template, token, node.name) : undefined);
  return { rule: 'TPL-3', severity: 'error', message, range: rangeIn(template, token), ...(fix && { fix }) };
}

/** Of a short name hardly a letter may differ: `%id%` has nothing of `%to%`, two edits away. */
function isSurelyMeant(name: string, { distance }: Closest): boolean {
  return 2 * distance <= name.length && distance <= Math.max(2, Math.floor(name.length / 3));
}
