import { type ReactNode, useId } from 'react';
import type { KeyEntry } from '../../core/account/key-catalogue.ts';
import { Chip } from '../components/chip.tsx';
import { ReferenceName } from '../components/reference-name.tsx';
import { RuleChip } from '../components/rule-chip.tsx';
import type { Problem } from '../state/problems.ts';
import { FieldProblems } from './field-problems.tsx';

const prefix = 'genericMediaUpload';

interface KeyFrameProps {
  readonly entry: KeyEntry;
  readonly aboutId: string;
  readonly problems: readonly Problem[];
  /** `Add` or `Remove`. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** One key: its name, what it is, what counts without it, how sure that is, and what is wrong with it. */
export function KeyFrame({ entry, aboutId, problems, action, children }: KeyFrameProps) {
  const nameId = useId();
  const { name, title, byDefault, standing, rationale, rules, paragraphs } = entry;
  return (
    <fieldset
      className="m-0 min-w-0 border-0 border-b border-line px-4 pt-2.75 pb-2.5"
      aria-labelledby={nameId}
      data-about={`key ${name}`}
    >
      <header className="flex min-h-6 items-center gap-1">
        <h3 className="code min-w-0 flex-1 font-semibold wrap-anywhere" id={nameId}>
          <ReferenceName entry={`key ${name}`} tip={title}>
            <span className="font-normal text-muted">{prefix}</span>
            {name.slice(prefix.length)}
          </ReferenceName>
        </h3>
        {action}
      </header>
      <details className="group mb-1.25 text-small open:pb-0.75">
        <summary className="cursor-pointer list-none rounded-sm [&::-webkit-details-marker]:hidden">
          <span id={aboutId}>
            {title}. <span className="text-muted">Default: {shownDefault(byDefault)}.</span>
          </span>{' '}
          <Chip tip={rationale}>{standing}</Chip>{' '}
          <span className="font-medium text-accent group-open:hidden in-[summary:hover]:underline">More</span>
          <span className="hidden font-medium text-accent group-open:inline in-[summary:hover]:underline">
            Less
          </span>
        </summary>
        {paragraphs.map((paragraph) => (
          <p key={paragraph} className={about}>
            {paragraph}
          </p>
        ))}
        {rationale && <p className={about}>{rationale}</p>}
        <p className={about}>
          {rules.length === 1 ? 'Rule' : 'Rules'}{' '}
          {rules.map((rule) => (
            <span key={rule}>
              <RuleChip rule={rule} />{' '}
            </span>
          ))}
        </p>
      </details>
      {children}
      <FieldProblems problems={problems} />
    </fieldset>
  );
}

const about = 'mt-1 max-w-[64ch] text-muted';

/** `none: …` as `none (…)`: there is a colon before it already. */
function shownDefault(byDefault: string): string {
  return byDefault.replace(/: (.+)$/, ' ($1)');
}
