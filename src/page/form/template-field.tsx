import {
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { hiddenValue } from '../components/hidden-value.ts';
import { markClasses } from '../components/parameter-marks.ts';
import { type Insertable, withInserted } from './insertable-parameters.ts';
import '../components/xml-marks.css';
import { useForm } from './form-context.ts';
import { ParameterMenu } from './parameter-menu.tsx';
import { useDraft } from './use-draft.ts';
import type { Committed } from './use-form-edits.ts';
import './template-field.css';

interface TemplateFieldProps {
  readonly id?: string;
  /** The accessible name. */
  readonly label: string;
  readonly value: string;
  readonly commit: (typed: string) => Committed;
  /** What can be put in by the menu; without it there is none. */
  readonly parameters?: 'with-media' | 'without-media';
  readonly placeholder?: string;
  readonly describedBy?: string;
  /** Dots for the eyes. */
  readonly isHidden?: boolean;
  readonly isNumber?: boolean;
  /** For whoever looks for this field among others. */
  readonly part?: string;
}

/**
 * A field for a template: one line that wraps, so that nothing of it is out of sight, with its
 * parameters in their colours behind it.
 */
export function TemplateField(props: TemplateFieldProps) {
  const { label, value, commit, parameters, placeholder, describedBy, isHidden, isNumber, part } = props;
  const { edits } = useForm();
  const field = useRef<Field>(null);
  const ownId = useId();
  const id = props.id ?? ownId;
  const draft = useDraft(value, commit);
  const hasNote = draft.reason !== null || draft.writtenAs !== null;

  // What is typed may turn into a secret, or back: the typing goes on in the element that replaces this one.
  const typingAt = useRef<number | null>(null);
  useLayoutEffect(() => {
    const at = typingAt.current;
    if (at === null || field.current === document.activeElement) return;
    field.current?.focus();
    field.current?.setSelectionRange(at, at);
  });

  const insert = (what: Insertable) => {
    const element = field.current;
    if (element === null) return;
    const { value, selectionStart, selectionEnd } = element;
    const from = selectionStart ?? value.length;
    const edited = withInserted(draft.shown, what, from, selectionEnd ?? from);
    element.focus();
    typingAt.current = edited.end;
    // As if it were typed, so that the field itself knows of it.
    element.setRangeText(edited.text, 0, value.length, 'end');
    draft.type(edited.text);
    requestAnimationFrame(() => field.current?.setSelectionRange(edited.start, edited.end));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A line break is no part of what is typed here.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (draft.reason !== null && (event.key === 'Escape' || isUndo)) {
      event.preventDefault();
      event.stopPropagation();
      draft.discard();
    }
  };

  const shared = {
    ref: (element: Field | null) => {
      field.current = element;
    },
    id,
    'aria-label': label,
    'aria-invalid': draft.reason !== null,
    'aria-describedby': [describedBy, hasNote && `${id}-note`].filter(Boolean).join(' ') || undefined,
    'data-part': part,
    value: draft.shown,
    placeholder,
    spellCheck: false,
    autoCapitalize: 'off',
    onChange: ({ target }: ChangeEvent<Field>) => {
      typingAt.current = target.selectionStart;
      draft.type(target.value);
    },
    onKeyDown,
    onBlur: () => {
      typingAt.current = null;
      draft.leave();
      edits.leave();
    },
  };

  return (
    <div className="template">
      <div className="template-box" data-refused={draft.reason !== null || undefined}>
        <div className="template-sheet code">
          {isHidden ? (
            <input {...shared} {...hiddenValue} className="template-input template-hidden" />
          ) : (
            <>
              <FieldText text={draft.shown} />
              <textarea
                {...shared}
                className="template-input"
                rows={1}
                autoComplete="off"
                inputMode={isNumber ? 'numeric' : undefined}
                onPaste={pasteOneLine}
              />
            </>
          )}
        </div>
        {parameters && (
          <ParameterMenu
            label={`Insert a parameter into ${label}`}
            withMedia={parameters === 'with-media'}
            onInsert={insert}
          />
        )}
      </div>
      {hasNote && (
        <p
          id={`${id}-note`}
          className={draft.reason === null ? 'template-note' : 'template-note template-refusal'}
          aria-live="polite"
        >
          {draft.reason ??
            (isHidden ? (
              'In the XML it is escaped, so that it arrives as typed.'
            ) : (
              <>
                Written as <code>{draft.writtenAs}</code>, so that it arrives as typed.
              </>
            ))}
        </p>
      )}
    </div>
  );
}

/** The same text in colour, behind the field, which shows only its cursor. */
function FieldText({ text }: { readonly text: string }) {
  const { runsOf, hueOf } = useForm();
  return (
    <div className="template-text" aria-hidden>
      {runsOf(text).map((run, index) => {
        const hue = run.parameter === null ? undefined : hueOf(run.parameter);
        return hue === undefined || run.parameter === null ? (
          run.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run has no identity but its place
          <span key={index} className={markClasses({ range: noRange, parameter: run.parameter, hue })}>
            {run.text}
          </span>
        );
      })}
      {'\u200B'}
    </div>
  );
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const noRange = { start: 0, end: 0 };

/** What is copied from elsewhere often ends in a line break that nobody means. */
function pasteOneLine(event: ClipboardEvent<HTMLTextAreaElement>) {
  const pasted = event.clipboardData.getData('text/plain');
  const line = pasted.replace(/[\r\n]+$/, '');
  if (line === pasted) return;
  event.preventDefault();
  document.execCommand('insertText', false, line);
}
