/** A scenario of the matrix: one thing that the app will do, and what a server should make of it. */
import type { RequestInputs } from '../core/build-request.ts';

export const scenarioGroups = {
  media: 'Photos and clips',
  size: 'Sizes',
  description: 'Descriptions',
  recipient: 'Recipients',
  'file-name': 'File names',
  form: 'Form of the request',
  refusal: 'What must be refused',
  timing: 'Repeated, parallel and slow',
  reply: 'The reply',
  fingerprint: 'Telling servers apart',
} as const satisfies Record<string, string>;

export type ScenarioGroup = keyof typeof scenarioGroups;

/** What the media of a scenario is: made on the spot, of exactly this size. */
export interface MadeMedia {
  readonly kind: 'jpeg' | 'mp4' | 'empty';
  /** Bytes. */
  readonly size: number;
}

/** What is changed in the inputs of the session; null: this configuration can't ask it, `why` says so. */
export type ScenarioInputs =
  | { readonly inputs: RequestInputs; readonly media: MadeMedia | null }
  | { readonly inputs: null; readonly why: string };

export interface Scenario {
  /** Kebab-case, for `--scenario` and reports; never renamed. */
  readonly name: string;
  readonly group: ScenarioGroup;
  readonly title: string;
  /** Why it matters to a provider. */
  readonly why: string;
  /** What is sent, and what is expected, in a sentence each. */
  readonly request: string;
  readonly expected: string;
  /** What it means where that does not come. */
  readonly failure: string;
  /** Of the contract: `MP-6`. */
  readonly rule: string;
  /** Runs only where it is asked for by name: it is large, slow or for the diagnosis alone. */
  readonly onlyAsked?: true;
}
