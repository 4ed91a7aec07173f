/**
 * For tests: what Jenkins' junit-10.xsd asks of a JUnit file, written down again as data, and read with another
 * XML reader than the one that writes it. No package ships that schema.
 */
import { ownText, readXml } from '../core/xml/read-xml.ts';
import type { XmlElement } from '../core/xml/xml-document.ts';

interface ElementRule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly children: readonly string[];
  readonly hasText?: true;
}

const message: ElementRule = { required: [], optional: ['type', 'message'], children: [], hasText: true };
const output: ElementRule = { required: [], optional: [], children: [], hasText: true };

const elementRules: Readonly<Record<string, ElementRule>> = {
  testsuites: {
    required: [],
    optional: ['name', 'time', 'tests', 'failures', 'errors'],
    children: ['testsuite'],
  },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: 'group time skipped timestamp hostname id package file log url'.split(' '),
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
  },
  properties: { required: [], optional: [], children: ['property'] },
  property: { required: ['name', 'value'], optional: [], children: [] },
  testcase: {
    required: ['name'],
    optional: ['time', 'classname', 'group'],
    children:
      'skipped error failure rerunFailure rerunError flakyFailure flakyError system-out system-err'.split(
        ' ',
      ),
  },
  failure: message,
  error: message,
  skipped: message,
  'system-out': output,
  'system-err': output,
};

const surefireTime = /^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?$/;

/** What is wrong with it; empty where it holds. Beyond the schema: counts are true, no suite is empty. */
export function junitFaults(xml: string): readonly string[] {
  const { root, faults } = readXml(xml);
  if (root?.name !== 'testsuites') return ['The root is no testsuites.'];
  const suites = root.children.length === 0 ? ['There is no suite.'] : [];
  return [...faults.map((fault) => fault.message), ...suites, ...faultsOf(root, xml)];
}

function faultsOf(element: XmlElement, xml: string): readonly string[] {
  const rule = elementRules[element.name];
  if (!rule) return [`There is no element ${element.name}.`];
  const names = element.attributes.map(({ name }) => name);
  const text = ownText(xml, element).text;
  return [
    ...rule.required.filter((name) => !names.includes(name)).map((name) => `${element.name} has no ${name}.`),
    ...names
      .filter((name) => ![...rule.required, ...rule.optional].includes(name))
      .map((name) => `${element.name} takes no ${name}.`),
    ...element.children
      .filter(({ name }) => !rule.children.includes(name))
      .map(({ name }) => `${name} can't stand in ${element.name}.`),
    ...(!rule.hasText && text.trim() !== '' ? [`${element.name} takes no text: ${text}`] : []),
    ...(surefireTime.test(attribute(element, 'time') ?? '') ? [] : [`${element.name} has no such time.`]),
    ...(element.name === 'testsuite' ? countFaults(element) : []),
    ...element.children.flatMap((child) => faultsOf(child, xml)),
  ];
}

function countFaults(suite: XmlElement): readonly string[] {
  const cases = suite.children.filter(({ name }) => name === 'testcase');
  const having = (name: string) =>
    cases.filter(({ children }) => children.some((child) => child.name === name)).length;
  const counted = {
    tests: cases.length,
    failures: having('failure'),
    errors: having('error'),
    skipped: having('skipped'),
  };
  return [
    ...(cases.length === 0 ? ['A suite is empty.'] : []),
    ...Object.entries(counted)
      .filter(([name, count]) => attribute(suite, name) !== `${count}`)
      .map(([name, count]) => `${name} is ${attribute(suite, name)}, not ${count}.`),
  ];
}

export const attribute = (element: XmlElement, wanted: string): string | undefined =>
  element.attributes.find(({ name }) => name === wanted)?.value;
