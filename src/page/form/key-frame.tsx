import { type ReactNode, useId } from 'react';
import type { KeyEntry } from '../../core/account/key-catalogue.ts';
import type { Problem } from '../state/problems.ts';
import '../components/button.css';
import { Chip } from '../components/chip.tsx';
import { RuleChip } from '../components/rule-chip.tsx';
import { FieldProblems } from './field-problems.tsx';
import './key-frame.css';

const prefix = 'genericMediaUpload';

interface KeyFrameProps {
  readonly entry: KeyEntry;
  /** Of the field that the key's name labels; none for a group of fields. */
  readonly fieldId?: string;
  readonly aboutId: string;
  readonly problems: readonly Problem[];
  /** `Add` or `Remove`. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** One key: its name, what it is, what counts without it, how sure that is, and what is wrong with it. */
export function KeyFrame({ entry, fieldId, aboutId, problems, action, children }: KeyFrameProps) {
  const nameId = useId();
  const { name, title, byDefault, standing, ground, rules, paragraphs } = entry;
  return (
    <fieldset className="key" aria-labelledby={nameId}>
      <header className="key-head">
        <h3 className="key-name code" id={nameId}>
          <label htmlFor={fieldId}>
            <span>{prefix}</span>
            {name.slice(prefix.length)}
          </label>
        </h3>
        {action}
      </header>
      <details className="key-about">
        <summary>
          <span id={aboutId}>
            {title}. <span className="key-default">Default: {shownDefault(byDefault)}.</span>
          </span>{' '}
          <Chip tip={ground}>{standing}</Chip> <RuleChip rule={rules[0] ?? ''} />{' '}
          <span className="key-more">More</span>
          <span className="key-less">Less</span>
        </summary>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {ground && <p>{ground}</p>}
        <p>
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

/** `none: …` as `none (…)`: a colon stands before it already. */
function shownDefault(byDefault: string): string {
  return byDefault.replace(/: (.+)$/, ' ($1)');
}
