import { useMutation } from '@tanstack/react-query';
import type { ReportComparison } from '../../reports/compare-reports.ts';
import type { CheckReport } from '../../server-check/report.ts';
import { Button } from '../components/button.tsx';
import { type ReportForm, reportForms } from './report-forms.ts';

const forms = ['html', 'json', 'junit'] as const satisfies ReportForm[];

interface SaveButtonsProps {
  readonly report: CheckReport;
  /** With an earlier check, where one was chosen. */
  readonly comparison: ReportComparison | null;
}

export function SaveButtons({ report, comparison }: SaveButtonsProps) {
  const { mutate, isError } = useMutation({
    mutationFn: async (form: ReportForm) =>
      (await import('./report-files.ts')).saveReport(form, report, comparison),
  });
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <span className="text-small text-muted">Save as</span>
      {forms.map((form) => (
        <Button key={form} size="small" tip={reportForms[form].tip} onClick={() => mutate(form)}>
          {reportForms[form].title}
        </Button>
      ))}
      <span className="text-small text-bad" aria-live="polite">
        {isError && 'This part of the page could not be loaded. Try again.'}
      </span>
    </div>
  );
}
