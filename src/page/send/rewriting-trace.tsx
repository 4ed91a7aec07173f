import type { Rewriting, RewritingStep } from '../../core/account/rewriting.ts';
import { plural } from '../components/format.ts';
import { VisibleText } from '../components/visible-text.tsx';
import { useEditor } from '../state/editor-provider.tsx';
import './rewriting-trace.css';

interface RewritingTraceProps {
  readonly rewriting: Rewriting;
  readonly hue: number | null;
  /** Line of an offset in the Account XML. */
  readonly lineOf: (offset: number) => number;
}

/** More steps than these at once help nobody; the last one, which settles it, is always there. */
const limit = 100;

/** What the account's own rules make of the recipient, and how: rule by rule (REW-4). */
export function RewritingTrace({ rewriting, hue, lineOf }: RewritingTraceProps) {
  const editor = useEditor();
  const { from, to, steps, orderRanges } = rewriting;
  const [order] = orderRanges;
  const held = steps.filter((step) => step.held).length;
  const last = steps.at(-1);
  const left = steps.length - limit;
  return (
    <div className="rewriting">
      <p>
        {from === to ? 'Number rewriting leaves it as it is: ' : 'After number rewriting: '}
        <span
          className="code rewriting-address"
          data-hue={hue ?? undefined}
          data-param={hue === null ? undefined : 'to'}
        >
          {to === '' ? 'empty' : <VisibleText text={to} />}
        </span>
      </p>
      {order && (
        <p>
          Another order of actions would give another number; which one the app takes is assumed (REW-3).{' '}
          <button type="button" className="link" onClick={() => editor.select(order)}>
            Line {lineOf(order.start)}
          </button>
        </p>
      )}
      <details className="more">
        <summary>
          Rule by rule: {held} of {plural(steps.length, 'rule')} held
        </summary>
        <ol className="rewriting-steps">
          {steps.slice(0, left > 0 ? limit - 1 : limit).map((step) => (
            <Step key={step.rule} step={step} line={lineOf(step.range.start)} />
          ))}
          {left > 0 && <li className="rewriting-left">… {plural(left, 'more rule')} …</li>}
          {left > 0 && last && <Step step={last} line={lineOf(last.range.start)} />}
        </ol>
      </details>
    </div>
  );
}

interface StepProps {
  readonly step: RewritingStep;
  readonly line: number;
}

function Step({ step, line }: StepProps) {
  const editor = useEditor();
  const { rule, held, why, address, goesOn, range } = step;
  return (
    <li>
      <button
        type="button"
        className={held ? 'rewriting-step' : 'rewriting-step rewriting-step-idle'}
        data-tip={`Line ${line}: show it in the XML`}
        onClick={() => editor.select(range)}
      >
        <strong>{`Rule ${rule} ${held ? 'held' : 'did not hold'}`}</strong>
        <span>{why}</span>
        {held && (
          <span>
            Now <span className="code">{address === '' ? 'empty' : <VisibleText text={address} />}</span>
            {goesOn ? '; the next rule is looked at.' : '; the rewriting ends here.'}
          </span>
        )}
      </button>
    </li>
  );
}
