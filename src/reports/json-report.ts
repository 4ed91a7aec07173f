/** A report as a JSON file: the report as it is. docs/schemas/check-report.json describes it. */
import { visibleJson } from '../core/source/escape-unseen.ts';
import type { CheckReport } from '../server-check/report.ts';

export const jsonReport = (report: CheckReport): string => `${visibleJson(report)}\n`;
