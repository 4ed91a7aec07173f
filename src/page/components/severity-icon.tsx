import CircleX from 'lucide-react/icons/circle-x';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { Severity } from '../../core/source/diagnostics.ts';

const looks = {
  error: { word: 'Error', Icon: CircleX, colour: 'text-bad' },
  warning: { word: 'Warning', Icon: TriangleAlert, colour: 'text-warn' },
  info: { word: 'Note', Icon: Info, colour: 'text-info' },
} satisfies Record<Severity, unknown>;

/** In the middle of the first line of the text beside it. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const { word, Icon, colour } = looks[severity];
  return (
    <Icon
      className={`mt-[calc((1lh-0.875rem)/2)] size-3.5 flex-none self-start ${colour}`}
      role="img"
      aria-label={word}
    />
  );
}
