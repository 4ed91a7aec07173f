/**
 * The assumptions: behaviour that no public documentation settles (contract, section 8).
 * One registry: types, defaults and the list for people are derived from it. Only the code that acts on
 * an assumption names its options.
 */

export type Standing = 'documented' | 'inferred' | 'choice';

interface AssumptionOption {
  readonly id: string;
  readonly title: string;
}

interface AssumptionEntry {
  readonly id: string;
  readonly rule: string;
  /** Two or three words, where there is no room for the title. */
  readonly label: string;
  /** Reads on in the title of an option. */
  readonly title: string;
  readonly standing: Standing;
  /** Why this default, for people. */
  readonly rationale: string;
  /** Where in the request it belongs when none of its ranges is found there, as in an emptied value. */
  readonly place: 'url' | 'headers' | 'body';
  /** The default comes first. */
  readonly options: readonly [AssumptionOption, ...AssumptionOption[]];
}

const registry = [
  {
    id: 'unknown-parameter',
    rule: 'TPL-5',
    label: 'Unknown parameters',
    title: 'An unknown parameter',
    standing: 'inferred',
    rationale: 'The documentation does not say what becomes of a parameter it does not list.',
    place: 'body',
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
    rationale:
      'The documentation says asterisks stand in for the SIP password without TLS. Their number is our choice; for cloud_password we infer the same.',
    place: 'body',
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
    rationale:
      'All examples of the documentation use it, though its list of parameters names the recipient "to". The pages of Send Message and Media Reference Send list it.',
    place: 'body',
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
    rationale: 'The documentation shows no value that would need encoding.',
    place: 'url',
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
    rationale: 'The documentation calls the template "x-www-form-urlencoded style" and shows no escape.',
    place: 'body',
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
    rationale: 'Documented for other MIME parameters of the app: bare where they are tokens.',
    place: 'body',
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
    rationale:
      'The example bodies of the documentation have it. Taken literally it ends the headers at once: 4 of 26 servers measured can read that.',
    place: 'body',
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
    rationale: 'The documentation shows message only with an error status.',
    place: 'body',
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
    rationale:
      'Basic is documented for a sister service, with a restriction that the stored copies cut off. Basic sends the password readable, so we assume https.',
    place: 'headers',
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
    rationale:
      "The SDK's public headers have a function that sorts actions by type. They do not say when it runs.",
    place: 'body',
    options: [
      { id: 'document', title: 'are done in the order of the document' },
      { id: 'type', title: 'are done by type: replace, prepend, append, continue' },
    ],
  },
] as const satisfies readonly AssumptionEntry[];

type Entry = (typeof registry)[number];

export type AssumptionId = Entry['id'];

/** The effective option of every assumption. */
export type Assumptions = { readonly [E in Entry as E['id']]: E['options'][number]['id'] };

export interface Assumption extends AssumptionEntry {
  readonly id: AssumptionId;
}

export const assumptionRegistry: readonly Assumption[] = registry;

export function assumptionOf(id: AssumptionId): Assumption {
  const entry = assumptionRegistry.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new Error(`Not in the registry: ${id}`);
  return entry;
}

export const defaultAssumptions = Object.fromEntries(
  registry.map(({ id, options }) => [id, options[0].id]),
) as Assumptions;

/** Whether `option` is one of the options of `id`; narrows what a person typed. */
export function isAssumption(id: string, option: string): boolean {
  return assumptionRegistry.some((entry) => entry.id === id && entry.options.some((o) => o.id === option));
}

/** The defaults with those of `overrides` that the registry knows; anything else is ignored. */
export function withAssumptions(overrides: Readonly<Record<string, string>>): Assumptions {
  const known = Object.entries(overrides).filter(([id, option]) => isAssumption(id, option));
  return { ...defaultAssumptions, ...Object.fromEntries(known) };
}
