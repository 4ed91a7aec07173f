/** What every field of the form needs to know. */
import { createContext, useContext } from 'react';
import type { BuiltRequest } from '../../core/build-request.ts';
import type { Fix, Position } from '../../core/source/diagnostics.ts';
import type { Problem } from '../state/problems.ts';
import type { TemplateRun } from './template-runs.ts';
import type { FormEdits } from './use-form-edits.ts';

export interface FormSurroundings {
  readonly edits: FormEdits;
  readonly xml: string;
  /** The nodes of the account that hold something, for `%account[…]%`. */
  readonly nodes: readonly string[];
  readonly runsOf: (text: string) => readonly TemplateRun[];
  /** The colour of a parameter; undefined where the request does not use it. */
  readonly hueOf: (parameter: string) => number | undefined;
  readonly built: BuiltRequest;
  readonly problems: readonly Problem[];
  readonly onProblem: (problem: Problem) => void;
  /** Shows a place of `xml` in the XML. */
  readonly onPlace: (start: Position, end: Position) => void;
  readonly onFix: (fix: Fix) => void;
  readonly hideSecrets: boolean;
}

export const FormContext = createContext<FormSurroundings | null>(null);

export function useForm(): FormSurroundings {
  const surroundings = useContext(FormContext);
  if (surroundings === null) throw new Error('A field of the form stands outside the form.');
  return surroundings;
}
