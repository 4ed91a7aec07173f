import type { Rewriting, RewritingStep } from '../../core/account/rewriting.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { plural } from '../components/format.ts';
import { LinkButton } from '../components/link-button.tsx';
import type { Hue } from '../components/parameter-marks.ts';
import { VisibleText } from '../components/visible-text.tsx';
import { useEditor } from '../state/editor-provider.tsx';
import { inItsHue } from './hue.ts';

interface RewritingTraceProps {
  readonly rewriting: Rewriting;
  readonly hue: Hue | null;
  /** Line of an offset in the Account XML. */
  readonly lineOf: (offset: number) => number;
}

/** More steps than these at once help nobody; the last one, which settles it, is always there. */
const limit = 100;

const text = 'text-muted wrap-anywhere';

/** How the account's own rules rewrite the recipient, rule by rule (REW-4). */
export function RewritingTrace({ rewriting, hue, lineOf }: RewritingTraceProps) {
  const editor = useEditor();
  const { from, to, steps, orderRanges } = rewriting;
  const [order] = orderRanges;
  const held = steps.filter((step) => step.held).length;
  const last = steps.at(-1);
  const left = steps.length - limit;
  return (
    <div className="col-span-full mt-0.5 mb-1.5 presenting:[&_details]:hidden border-l-2 border-line pl-2.5 text-small">
      <p className={text}>
        {from === to ? 'Number rewriting leaves it as it is: ' : 'After number rewriting: '}
        <span
          className={`code px-0.75 text-text ${inItsHue}`}
          data-hue={hue ?? undefined}
          data-param={hue === null ? undefined : 'to'}
        >
          {to === '' ? 'empty' : <VisibleText text={to} />}
        </span>
      </p>
      {order && (
        <p className={text}>
          Another order of actions would give another number; which one the app takes is assumed (REW-3).{' '}
          <LinkButton onClick={() => editor.select(order)}>Line {lineOf(order.start)}</LinkButton>
        </p>
      )}
      <Disclosure summary={`Rule by rule: ${held} of ${plural(steps.length, 'rule')} held`}>
        <ol className="grid gap-px">
          {steps.slice(0, left > 0 ? limit - 1 : limit).map((step) => (
            <Step key={step.rule} step={step} line={lineOf(step.range.start)} />
          ))}
          {left > 0 && <li className="px-1.5 py-0.75 text-muted">… {plural(left, 'more rule')} …</li>}
          {left > 0 && last && <Step step={last} line={lineOf(last.range.start)} />}
        </ol>
      </Disclosure>
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
        className={`grid w-full rounded-sm border-0 bg-transparent px-1.5 py-0.75 text-left wrap-anywhere hover:bg-raised ${held ? '' : 'text-muted'}`}
        data-tip={`Line ${line}: show it in the XML`}
        onClick={() => editor.select(range)}
      >
        <strong
          className={held ? 'font-semibold' : 'font-normal'}
        >{`Rule ${rule} ${held ? 'held' : 'did not hold'}`}</strong>
        <span>{why}</span>
        {held && (
          <span>
            Now <span className="code">{address === '' ? 'empty' : <VisibleText text={address} />}</span>
            {goesOn ? '; the next rule is tried.' : '; the rewriting ends here.'}
          </span>
        )}
      </button>
    </li>
  );
}
