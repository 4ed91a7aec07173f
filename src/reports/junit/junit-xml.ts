/** JUnit's XML as Jenkins' junit-10.xsd has it, which GitLab, GitHub's actions and others read too. */
import { XMLBuilder } from 'fast-xml-parser';
import { escapeUnseen } from '../../core/source/escape-unseen.ts';
import { visibleText } from './visible-text.ts';

export interface JunitCase {
  readonly name: string;
  readonly classname: string;
  readonly milliseconds?: number;
  /** Null where it passed. */
  readonly trouble: {
    readonly kind: 'failure' | 'error' | 'skipped';
    readonly type: string;
    readonly message: string;
    /** Lines, without their ends. */
    readonly text?: readonly string[];
  } | null;
  /** Lines of `system-out`; empty where there is nothing to say. */
  readonly out: readonly string[];
}

export interface JunitSuite {
  readonly name: string;
  readonly milliseconds?: number;
  /** Milliseconds since the epoch. */
  readonly startedAt?: number;
  readonly properties?: Readonly<Record<string, string>>;
  /** At least one: CI takes a report without any for a run that did not happen. */
  readonly cases: readonly [JunitCase, ...JunitCase[]];
}

export const junitStart =
  '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="media-upload-playground">\n';
export const junitEnd = '</testsuites>\n';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

/** One `<testsuite>`, whole in itself: a report is written suite by suite. */
export function junitSuite({ name, milliseconds, startedAt, properties = {}, cases }: JunitSuite): string {
  const count = (kind: string) => cases.filter(({ trouble }) => trouble?.kind === kind).length;
  const named = Object.entries(properties);
  return builder.build({
    testsuite: {
      ...attributes({
        name,
        tests: cases.length,
        failures: count('failure'),
        errors: count('error'),
        skipped: count('skipped'),
        time: seconds(milliseconds),
        timestamp: startedAt === undefined ? undefined : new Date(startedAt).toISOString().slice(0, 19),
      }),
      ...(named.length > 0 && {
        properties: { property: named.map(([key, value]) => attributes({ name: key, value })) },
      }),
      testcase: cases.map(junitCase),
    },
  });
}

function junitCase({ name, classname, milliseconds, trouble, out }: JunitCase) {
  return {
    ...attributes({ name, classname, time: seconds(milliseconds) }),
    ...(trouble && {
      [trouble.kind]: {
        ...attributes({ type: trouble.type, message: trouble.message }),
        ...(trouble.text && { '#text': visibleText(trouble.text) }),
      },
    }),
    ...(out.length > 0 && { 'system-out': visibleText(out) }),
  };
}

/** A line break in an attribute would be read as a space: it is made visible as all else. */
function attributes(values: Readonly<Record<string, string | number | undefined>>) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [`@${name}`, escapeUnseen(`${value}`)]));
}

const seconds = (milliseconds: number | undefined) =>
  milliseconds === undefined ? undefined : (milliseconds / 1000).toFixed(3);
