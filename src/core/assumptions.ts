/**
 * The assumptions: behaviour that no public documentation settles (contract, section 8).
 * One registry. The page lists it, the command line takes `--assume ID=OPTION`, and the
 * core reads it; nothing else knows an option's name.
 */

export type Standing = 'documented' | 'inferred' | 'choice';

interface AssumptionOption {
  readonly id: string;
  readonly title: string;
}

export interface Assumption {
  readonly id: AssumptionId;
  readonly rule: string;
  /** Two or three words, where there is no room for the title. */
  readonly label: string;
  readonly title: string;
  readonly standing: Standing;
  /** Why this default: the ground it stands on, for people. */
  readonly ground: string;
  /** The default comes first. */
  readonly options: readonly [AssumptionOption, ...AssumptionOption[]];
}

/** The effective option of every assumption. */
export interface Assumptions {
  readonly 'unknown-parameter': 'keep' | 'empty';
  readonly 'http-password': 'mask' | 'send';
  readonly 'sms-to': 'alias' | 'unknown';
  readonly 'url-encoding': 'percent' | 'form' | 'none';
  readonly 'multipart-literals': 'decode' | 'verbatim';
  readonly 'part-names': 'as-needed' | 'quoted';
  readonly 'file-part-blank-line': 'omit' | 'literal';
  readonly 'success-without-media-url': 'generic' | 'message';
  readonly 'basic-auth': 'https-only' | 'never';
  readonly 'rewriting-order': 'document' | 'type';
}

export type AssumptionId = keyof Assumptions;

export const defaultAssumptions: Assumptions = {
  'unknown-parameter': 'keep',
  'http-password': 'mask',
  'sms-to': 'alias',
  'url-encoding': 'percent',
  'multipart-literals': 'decode',
  'part-names': 'as-needed',
  'file-part-blank-line': 'omit',
  'success-without-media-url': 'generic',
  'basic-auth': 'https-only',
  'rewriting-order': 'document',
};

export const assumptionRegistry: readonly Assumption[] = [
  {
    id: 'unknown-parameter',
    rule: 'TPL-5',
    label: 'Unknown parameters',
    title: 'An unknown parameter',
    standing: 'inferred',
    ground: 'The documentation does not say what becomes of a parameter it does not list.',
    options: [
      { id: 'keep', title: 'stays as it is written' },
      { id: 'empty', title: 'becomes empty' },
    ],
  },
  {
    id: 'http-password',
    rule: 'TPL-6',
    label: 'Password without TLS',
    title: 'A password when the URL is not https',
    standing: 'documented',
    ground:
      'The documentation says asterisks stand in for the SIP password without TLS. Their number is our choice; for cloud_password we infer the same.',
    options: [
      { id: 'mask', title: 'is sent as eight asterisks' },
      { id: 'send', title: 'is sent as it is' },
    ],
  },
  {
    id: 'sms-to',
    rule: 'TPL-7',
    label: '%sms_to%',
    title: '%sms_to%',
    standing: 'inferred',
    ground:
      'All examples of the documentation use it, though its list of parameters names the recipient "to". The pages of Send Message and Media Reference Send list it.',
    options: [
      { id: 'alias', title: 'is the recipient, like %to%' },
      { id: 'unknown', title: 'is an unknown parameter' },
    ],
  },
  {
    id: 'url-encoding',
    rule: 'TPL-8',
    label: 'URL encoding',
    title: 'Values in the path and query of the URL',
    standing: 'inferred',
    ground: 'The documentation shows no value that would need encoding.',
    options: [
      { id: 'percent', title: 'are percent-encoded' },
      { id: 'form', title: 'are percent-encoded, a space in the query is +' },
      { id: 'none', title: 'are put in as they are' },
    ],
  },
  {
    id: 'multipart-literals',
    rule: 'MP-2',
    label: 'Typed text of parts',
    title: 'Typed text of the multipart data',
    standing: 'inferred',
    ground: 'The documentation calls the template "x-www-form-urlencoded style" and shows no escape.',
    options: [
      { id: 'decode', title: 'is form-decoded: + is a space, %HH a byte' },
      { id: 'verbatim', title: 'is taken as it is' },
    ],
  },
  {
    id: 'part-names',
    rule: 'MP-6',
    label: 'Quoting',
    title: 'Names of parts and files',
    standing: 'inferred',
    ground: 'Documented for other MIME parameters of the app: bare where they are tokens.',
    options: [
      { id: 'as-needed', title: 'are quoted only where they must be' },
      { id: 'quoted', title: 'are always quoted' },
    ],
  },
  {
    id: 'file-part-blank-line',
    rule: 'MP-7',
    label: 'Blank line',
    title: "The empty line before the file part's headers",
    standing: 'choice',
    ground:
      'The example bodies of the documentation have it. Taken literally it ends the headers at once: 4 of 26 servers measured can read that.',
    options: [
      { id: 'omit', title: 'is left out' },
      { id: 'literal', title: 'is sent, as in the examples (malformed)' },
    ],
  },
  {
    id: 'success-without-media-url',
    rule: 'RES-3',
    label: '2xx without media_url',
    title: 'A 2xx reply without media_url',
    standing: 'inferred',
    ground: 'The documentation shows message only with an error status.',
    options: [
      { id: 'generic', title: 'fails with the generic text' },
      { id: 'message', title: 'fails and shows message where there is one' },
    ],
  },
  {
    id: 'basic-auth',
    rule: 'HDR-6',
    label: 'Basic login',
    title: 'A 401 that offers Basic and no Digest the app understands',
    standing: 'inferred',
    ground:
      'Basic is documented for a sister service, with a restriction that the stored copies cut off. Basic sends the password readable, so we assume https.',
    options: [
      { id: 'https-only', title: 'is answered once, over https only' },
      { id: 'never', title: 'is never answered' },
    ],
  },
  {
    id: 'rewriting-order',
    rule: 'REW-3',
    label: 'Order of actions',
    title: "A rewriting rule's actions",
    standing: 'inferred',
    ground:
      "The SDK's public headers have a function that sorts actions by type. They do not say when it runs.",
    options: [
      { id: 'document', title: 'are done in the order of the document' },
      { id: 'type', title: 'are done by type: replace, prepend, append, continue' },
    ],
  },
];

/** Whether `option` is one of the options of `id`; narrows what a person typed. */
export function isAssumption(id: string, option: string): boolean {
  return assumptionRegistry.some((entry) => entry.id === id && entry.options.some((o) => o.id === option));
}

/** The defaults with those of `overrides` that the registry knows; anything else is ignored. */
export function withAssumptions(overrides: Readonly<Record<string, string>>): Assumptions {
  const known = Object.entries(overrides).filter(([id, option]) => isAssumption(id, option));
  return { ...defaultAssumptions, ...Object.fromEntries(known) };
}
