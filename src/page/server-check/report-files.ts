/** A report as files for others. Loaded when one is asked for. */
import type { ReportComparison } from '../../reports/compare-reports.ts';
import { htmlReport } from '../../reports/html/html-report.ts';
import { jsonReport } from '../../reports/json-report.ts';
import { junitReport } from '../../reports/junit-report.ts';
import type { CheckReport } from '../../server-check/report.ts';
import { download } from '../state/download.ts';
import { fileNameOf, type ReportForm } from './report-forms.ts';

export function saveReport(form: ReportForm, report: CheckReport, comparison: ReportComparison | null): void {
  download(fileNameOf(form, report), new Blob([textOf(form, report, comparison)]));
}

function textOf(form: ReportForm, report: CheckReport, comparison: ReportComparison | null): string {
  switch (form) {
    case 'html':
      return htmlReport(report, comparison === null ? {} : { comparison });
    case 'json':
      return jsonReport(report);
    case 'junit':
      return junitReport([report]);
  }
}
