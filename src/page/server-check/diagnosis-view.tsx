import type { Confidence, DiagnosedCause, Diagnosis } from '../../server-check/report.ts';
import { Button } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { plural } from '../components/format.ts';
import { SectionTitle } from '../components/section.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import { RemedyView } from './remedy-view.tsx';

interface DiagnosisViewProps {
  readonly diagnosis: Diagnosis;
  /** Title of a scenario by its name. */
  readonly titleOf: (name: string) => string;
  /** Null where it can't be run now. */
  readonly onRun: ((scenario: string) => void) | null;
}

/** What is behind the results, how certain that is, and the change that helps. */
export function DiagnosisView({ diagnosis, titleOf, onRun }: DiagnosisViewProps) {
  const { causes, readers, next } = diagnosis;
  if (causes.length === 0 && readers.length === 0 && next === null) return null;
  return (
    <section className="grid gap-2 border-t border-line px-4 py-2.5" aria-label="Diagnosis">
      <SectionTitle>Diagnosis</SectionTitle>
      {causes.length === 0 && (
        <p className="text-small text-muted">Nothing in these results needs a cause.</p>
      )}
      <ul className="grid gap-2.5">
        {causes.map((cause) => (
          <CauseView key={cause.id} cause={cause} titleOf={titleOf} />
        ))}
      </ul>
      {readers.length > 0 && (
        <p className="text-small">
          <span className="text-muted">What reads the uploads answers like: </span>
          {readers.map(({ title }) => title).join(', ')}
        </p>
      )}
      {next !== null && (
        <div className="flex flex-wrap items-center gap-2 text-small">
          <p className="min-w-40 flex-1">{next.text}</p>
          {onRun && (
            <Button size="small" onClick={() => onRun(next.scenario)}>
              Run “{titleOf(next.scenario)}”
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

const tones = { high: 'accent', medium: 'plain', low: 'plain' } as const satisfies Record<Confidence, string>;
const words = {
  high: 'high confidence',
  medium: 'medium confidence',
  low: 'low confidence',
} satisfies Record<Confidence, string>;

interface CauseViewProps extends Pick<DiagnosisViewProps, 'titleOf'> {
  readonly cause: DiagnosedCause;
}

function CauseView({ cause, titleOf }: CauseViewProps) {
  const { title, confidence, evidence, explains, remedies } = cause;
  return (
    <li className="grid gap-1">
      <p>
        <b className="font-semibold">
          <ExcerptText text={title} />
        </b>{' '}
        <Chip tone={tones[confidence]}>{words[confidence]}</Chip>
      </p>
      {explains.length > 0 && (
        <p className="text-small text-muted">Explains: {listOf(explains.map(titleOf))}</p>
      )}
      {remedies.map((remedy, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a remedy is its place
        <RemedyView key={index} remedy={remedy} />
      ))}
      {evidence.length > 0 && (
        <Disclosure summary={plural(evidence.length, 'piece of evidence', 'pieces of evidence')}>
          <ul className="grid list-disc gap-0.5 pl-5 text-small">
            {evidence.map((text) => (
              <li key={text} className="wrap-anywhere">
                <ExcerptText text={text} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </li>
  );
}

/** As many as can be taken in. */
const mostListed = 5;

function listOf(titles: readonly string[]): string {
  const more = titles.length - mostListed;
  const shown = titles.slice(0, mostListed).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}
