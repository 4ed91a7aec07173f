import { type ReactNode, useId } from 'react';
import type { Problem } from '../../app/problems.ts';
import type { KeyEntry } from '../../core/account/key-catalogue.ts';
import '../common/button.css';
import { RuleChip } from '../common/rule-chip.tsx';
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
    <section className="key" aria-labelledby={nameId}>
      <header className="key-head">
        <h3 className="key-name code" id={nameId}>
          <label htmlFor={fieldId}>
            <span>{prefix}</span>
            {name.slice(prefix.length)}
          </label>
        </h3>
        {action}
      </header>
      <p className="key-about" id={aboutId}>
        {title}. <span className="key-default">Default: {byDefault}.</span>
      </p>
      {children}
      <FieldProblems problems={problems} />
      <details className="key-more">
        <summary>
          <span className="chip" data-tip={ground}>
            {standing}
          </span>{' '}
          <RuleChip rule={rules[0] ?? ''} /> <span className="key-more-word">More</span>
        </summary>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {ground && <p>{ground}</p>}
        <p>
          Rules:{' '}
          {rules.map((rule) => (
            <span key={rule}>
              <RuleChip rule={rule} />{' '}
            </span>
          ))}
        </p>
      </details>
    </section>
  );
}
