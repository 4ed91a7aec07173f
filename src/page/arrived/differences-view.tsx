import type { UploadDifference } from '../../inspect/upload-differences.ts';
import { Fact, Facts } from '../components/facts.tsx';
import { plural } from '../components/format.ts';
import { Meta } from '../components/section.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';

interface DifferencesViewProps {
  readonly differences: readonly UploadDifference[];
  /** Dots for what is not to be read on screen. */
  readonly hide: (name: string, text: string) => string;
}

/** So many are shown at once. */
const most = 60;

/** What of an upload is otherwise than this configuration would send it. */
export function DifferencesView({ differences, hide }: DifferencesViewProps) {
  return (
    <section aria-label="Differences" className="rounded-md border border-warn-line bg-warn-tint px-3 py-2">
      <h3 className="text-small font-medium">Otherwise than this configuration sends it</h3>
      <Facts>
        {differences.slice(0, most).map(({ what, arrived, planned }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a difference is its place; names may come twice
          <Fact key={index} name={<ExcerptText text={what} />} isCode>
            {arrived === null ? <Meta>missing</Meta> : <ExcerptText text={hide(what, arrived)} />}
            {'\n'}
            <Meta>{planned === null ? 'not sent by this configuration' : 'configured: '}</Meta>
            {planned !== null && (
              <span className="text-muted">
                <ExcerptText text={hide(what, planned)} />
              </span>
            )}
          </Fact>
        ))}
      </Facts>
      {differences.length > most && <Meta>… {plural(differences.length - most, 'more difference')}</Meta>}
    </section>
  );
}
