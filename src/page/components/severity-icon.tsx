import CircleX from 'lucide-react/icons/circle-x';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { Severity } from '../../core/source/diagnostics.ts';

const words: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Note' };
const icons = { error: CircleX, warning: TriangleAlert, info: Info } satisfies Record<Severity, unknown>;

export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const Icon = icons[severity];
  return <Icon className={`severity severity-${severity}`} role="img" aria-label={words[severity]} />;
}
