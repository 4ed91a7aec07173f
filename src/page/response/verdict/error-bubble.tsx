import CircleAlert from 'lucide-react/icons/circle-alert';
import type { Excerpt } from '../../exchange/excerpt.ts';
import { ExcerptOfField } from '../../exchange/excerpt-text.tsx';

/** Characters: more may not fit, and is then scrolled, by keyboard too. */
const short = 160;

/** The text that the app shows, beside a message that was not sent. A server may have written a book. */
export function ErrorBubble({ message }: { readonly message: Excerpt }) {
  const isLong = message.text.length > short;
  return (
    <div className="my-1.5 flex items-end gap-2">
      <p
        className="max-h-26 max-w-120 min-w-0 overflow-auto rounded-[15px_15px_4px_15px] border border-bubble-line bg-bubble px-3.5 py-2 whitespace-pre-wrap wrap-anywhere"
        tabIndex={isLong ? 0 : undefined}
      >
        <ExcerptOfField field={message} />
      </p>
      <CircleAlert className="mb-2 size-4 flex-none text-bad" aria-hidden />
    </div>
  );
}
