import { useId } from 'react';
import { blankSecrets } from '../../core/secrets/blank-secrets.ts';
import { documentSecrets } from '../../core/secrets/document-secrets.ts';
import { dots } from '../../core/source/secret-masking.ts';
import type { Guess } from '../../import/guesses.ts';
import type { Proof } from '../../import/import-request.ts';
import { titleOf } from '../../import/meanings.ts';
import { Button } from '../components/button.tsx';
import { CodeBox } from '../components/code-text.tsx';
import { Select } from '../components/field.tsx';
import { plural } from '../components/format.ts';
import { Notice } from '../components/notice.tsx';
import { RuleChip } from '../components/rule-chip.tsx';
import { Meta, SectionHead } from '../components/section.tsx';
import { VisibleText } from '../components/visible-text.tsx';
import { XmlText } from '../components/xml-text.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import type { ImportedAccount } from './capture-messages.ts';

interface ImportedViewProps {
  readonly imported: ImportedAccount;
  readonly onTake: () => void;
  readonly onChoose: (id: string, meaning: string) => void;
}

export function ImportedView({ imported: { xml, guesses, proof }, onTake, onChoose }: ImportedViewProps) {
  return (
    <>
      <ProofView proof={proof} />
      <section aria-label="Imported Account XML" className="flex flex-col gap-1.5">
        <SectionHead
          title="Account XML"
          tools={
            <Button variant="primary" onClick={onTake}>
              Use this Account XML
            </Button>
          }
        />
        <Xml xml={xml} />
      </section>
      <GuessList guesses={guesses} onChoose={onChoose} />
      <DifferenceList proof={proof} />
    </>
  );
}

function Xml({ xml }: { readonly xml: string }) {
  const { showSecrets } = useDisplay();
  const shown = showSecrets ? xml : blankSecrets(xml, documentSecrets(xml), () => dots);
  return (
    <CodeBox>
      <XmlText text={shown} />
    </CodeBox>
  );
}

function ProofView({ proof: { same, first, differences, standIns } }: { readonly proof: Proof }) {
  const standIn =
    standIns.length === 0
      ? ''
      : ` ${standIns.join(', ').slice(0, 200)} is not at hand: a stand-in was compared.`;
  if (same)
    return (
      <Notice tone="good">
        <p aria-live="polite">The same bytes again: head and body are equal to the captured ones.{standIn}</p>
      </Notice>
    );
  return (
    <Notice tone="warn">
      <p aria-live="polite">
        {plural(differences.length, 'difference')} from the captured bytes
        {first && `, the first at byte ${first.at} of the ${first.part}`}.{standIn}
      </p>
    </Notice>
  );
}

interface GuessListProps {
  readonly guesses: readonly Guess[];
  readonly onChoose: ImportedViewProps['onChoose'];
}

function GuessList({ guesses, onChoose }: GuessListProps) {
  return (
    <section aria-label="Values" className="flex flex-col gap-1">
      <SectionHead title="What each value is" meta="guessed by its name and form: change what is wrong" />
      <ul className="flex flex-col divide-y divide-line">
        {guesses.map((guess) => (
          <GuessItem key={guess.id} guess={guess} onChoose={(meaning) => onChoose(guess.id, meaning)} />
        ))}
      </ul>
    </section>
  );
}

const longestValue = 120;

interface GuessItemProps {
  readonly guess: Guess;
  readonly onChoose: (meaning: string) => void;
}

function GuessItem({ guess, onChoose }: GuessItemProps) {
  const { showSecrets } = useDisplay();
  const { where, value, meaning, confidence, why, choices, isSecret } = guess;
  const id = useId();
  const cut = value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
  return (
    <li className="grid items-center gap-x-3 gap-y-0.5 py-1.5 medium:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="min-w-0 text-small wrap-anywhere">
        <label htmlFor={id} className="font-medium">
          {where}
        </label>{' '}
        <span className="code whitespace-pre-wrap">
          {isSecret && !showSecrets && value !== '' ? dots : <VisibleText text={cut} />}
        </span>
      </div>
      <Select id={id} value={meaning} onChange={({ target }) => onChoose(target.value)}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {titleOf(choice)}
          </option>
        ))}
      </Select>
      <div className="medium:col-span-2">
        <Meta>
          {confidence === 'sure' ? '' : `${confidence}: `}
          {why}
        </Meta>
      </div>
    </li>
  );
}

function DifferenceList({ proof: { differences } }: { readonly proof: Proof }) {
  if (differences.length === 0) return null;
  return (
    <section aria-label="What the app can’t send" className="flex flex-col gap-1">
      <SectionHead title="What the app sends otherwise" />
      <ul className="flex flex-col gap-1 text-small">
        {differences.map(({ rule, where, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a difference is its place
          <li key={index} className="wrap-anywhere">
            <span className="font-medium">{where}</span> <VisibleText text={text} /> <RuleChip rule={rule} />
          </li>
        ))}
      </ul>
    </section>
  );
}
