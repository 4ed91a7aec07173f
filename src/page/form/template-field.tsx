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

interface TemplateFieldProps {
  readonly id?: string;
  /** The accessible name. */
  readonly label: string;
  readonly value: string;
  readonly commit: (typed: string) => Committed;
  /** What the menu can insert; no menu without it. */
  readonly parameters?: 'with-media' | 'without-media';
  readonly placeholder?: string;
  readonly describedBy?: string;
  /** Hidden on screen. */
  readonly isHidden?: boolean;
  readonly isNumber?: boolean;
  /** Names the field within its row. */
  readonly part?: string;
}

/** The field and the copy behind it: letter on letter. */
const overlaid = 'col-start-1 row-start-1 min-w-0 px-2 py-0.75 break-all wrap-anywhere whitespace-pre-wrap';
const input = `${overlaid} w-full border-0 bg-transparent outline-none placeholder:text-muted placeholder:opacity-100`;

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
    // A template is one line.
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
    <div className="min-w-0">
      <div
        className="flex min-w-0 rounded-md border border-field-line bg-field focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent hover:border-line-strong data-refused:border-bad data-refused:bg-bad-tint"
        data-refused={draft.reason !== null || undefined}
      >
        <div className="code grid min-w-0 flex-1 leading-4.75">
          {isHidden ? (
            <input {...shared} {...hiddenValue} className={`${input} text-text`} />
          ) : (
            <>
              <FieldText text={draft.shown} />
              <textarea
                {...shared}
                className={`${input} h-full resize-none overflow-hidden text-transparent caret-accent selection:bg-[color:light-dark(rgb(60_95_230/25%),rgb(130_155_255/30%))] selection:text-transparent forced:text-[CanvasText]`}
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
          className={`pt-0.5 pb-px text-tiny wrap-anywhere ${draft.reason === null ? 'text-muted' : 'text-bad'}`}
          aria-live="polite"
        >
          {draft.reason ??
            (isHidden ? (
              'In the XML it is escaped, so that it arrives as typed.'
            ) : (
              <>
                Written as <code className="text-tiny">{draft.writtenAs}</code>, so that it arrives as typed.
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
    <div className={`${overlaid} forced:invisible`} aria-hidden>
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

/** What is copied from elsewhere often ends in a line break that is not meant. */
function pasteOneLine(event: ClipboardEvent<HTMLTextAreaElement>) {
  const pasted = event.clipboardData.getData('text/plain');
  const line = pasted.replace(/[\r\n]+$/, '');
  if (line === pasted) return;
  event.preventDefault();
  document.execCommand('insertText', false, line);
}
