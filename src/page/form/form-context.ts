/** What every field of the form needs to know of the form itself. */
import type { Hue } from '../components/parameter-marks.ts';
import { requiredContext } from '../state/required-context.ts';
import type { TemplateRun } from './template-runs.ts';
import type { FormEdits } from './use-form-edits.ts';

export interface Form {
  readonly edits: FormEdits;
  /** The nodes of the account that hold something, for `%account[…]%`. */
  readonly nodes: readonly string[];
  readonly runsOf: (text: string) => readonly TemplateRun[];
  /** The colour of a parameter; undefined where the request does not use it. */
  readonly hueOf: (parameter: string) => Hue | undefined;
}

export const [FormContext, useForm] = requiredContext<Form>('Form');
