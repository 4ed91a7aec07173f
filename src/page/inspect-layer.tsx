import { hiddenOf } from './arrived/arrived.ts';
import { DifferencesView } from './arrived/differences-view.tsx';
import { ReportView } from './arrived/report-view.tsx';
import { InspectDialog } from './captured/inspect-dialog.tsx';
import { hiddenByName } from './exchange/hidden-by-name.ts';
import { ReasonList } from './response/reason-list.tsx';
import { useDisplay } from './state/display-provider.tsx';
import { useRequest } from './state/request-provider.tsx';

/** Inspect with the views of *What arrived* and of the verdict: loaded when it is opened. */
export function InspectLayer({ onClose }: { readonly onClose: () => void }) {
  const { request: plan } = useRequest().built;
  const { showSecrets } = useDisplay();
  const hide = (name: string, text: string) => {
    if (showSecrets) return text;
    const byName = hiddenByName(name, text);
    return plan === null ? byName : hiddenOf(plan, byName);
  };
  return (
    <InspectDialog
      onClose={onClose}
      views={{
        report: (report) => <ReportView report={report} plan={plan} isForeign isCaptured />,
        differences: (differences) => <DifferencesView differences={differences} hide={hide} />,
        reasons: (reasons) => <ReasonList reasons={reasons} />,
      }}
    />
  );
}
