/** Diagnostics as lines for people and `grep`. */
import type { Finding } from '../../language/findings/findings.ts';
import { findingLines } from '../../reports/findings/text.ts';

export const diagnosticLines = (findings: readonly Finding[], xml: string, file: string): readonly string[] =>
  findingLines({ file, xml, findings });

export const hasErrors = (diagnostics: readonly Finding[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');
