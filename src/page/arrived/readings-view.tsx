import CircleCheck from 'lucide-react/icons/circle-check';
import CircleX from 'lucide-react/icons/circle-x';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useMemo } from 'react';
import { keptBodies, parsers, type Reading } from '../../demo/readings.ts';
import type { DemoReport } from '../../demo/report.ts';
import { formatSize } from '../components/format.ts';
import { Meta } from '../components/section.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import { askingReasons } from './asking.ts';
import { type ReadingTone, readingRow } from './reading-differences.ts';
import { type ReadingsState, useReadings } from './use-readings.ts';

interface ReadingsViewProps {
  readonly report: DemoReport;
  /** Values of fields may be shown: no password is hidden. */
  readonly showValues: boolean;
}

/** A row for each parser that read the very bytes; what it saw otherwise is marked. */
export function ReadingsView({ report, showValues }: ReadingsViewProps) {
  const state = useReadings(report);
  if (state.kind !== 'read') return <p className="text-small text-muted">{reasonOf(state, report)}</p>;
  return (
    <ul aria-label="Other parsers" className="flex flex-col gap-1.5 text-small">
      {state.readings.map((reading) => (
        <ReadingItem key={reading.parser} reading={reading} report={report} showValues={showValues} />
      ))}
    </ul>
  );
}

function reasonOf({ kind }: Exclude<ReadingsState, { kind: 'read' }>, { bodyLength }: DemoReport): string {
  switch (kind) {
    case 'asking':
      return 'Reading the same bytes with five other parsers…';
    case 'unreachable':
      return askingReasons.unreachable;
    case 'gone':
      return bodyLength > keptBodies.each
        ? `Not read: bodies of up to ${formatSize(keptBodies.each)} are kept for other parsers, and this one has ${formatSize(bodyLength)}.`
        : 'The body of this upload is no longer kept. Send it again to see how others read it.';
  }
}

const looks = {
  same: { Icon: CircleCheck, word: 'Same', colour: 'text-good' },
  different: { Icon: TriangleAlert, word: 'Different', colour: 'text-warn' },
  refused: { Icon: CircleX, word: 'Refused', colour: 'text-bad' },
} satisfies Record<ReadingTone, unknown>;

interface ReadingItemProps extends ReadingsViewProps {
  readonly reading: Reading;
}

function ReadingItem({ reading: { parser, version, outcome }, report, showValues }: ReadingItemProps) {
  const row = useMemo(() => readingRow(report, outcome, showValues), [report, outcome, showValues]);
  const { Icon, word, colour } = looks[row.tone];
  const about = parsers.find(({ id }) => id === parser);
  return (
    <li className="flex gap-2">
      <Icon
        className={`mt-[calc((1lh-0.875rem)/2)] size-3.5 flex-none ${colour}`}
        role="img"
        aria-label={word}
      />
      <div className="min-w-0 flex-1 wrap-anywhere">
        <span className="font-medium" data-tip={about?.about || undefined}>
          {about?.name ?? parser}
        </span>{' '}
        <Meta>{version}</Meta> <span className={colour}>{row.summary}</span>
        {row.details.length > 0 && (
          <ul className="list-disc pl-4 text-muted">
            {row.details.map((detail) => (
              <li key={detail}>
                <ExcerptText text={detail} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
