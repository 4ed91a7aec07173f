/** Leads the Account XML to the demo server and back: one step of the editor, with a notice that undoes it. */
import { useEffect, useRef, useState } from 'react';
import { formatSize } from '../components/format.ts';
import { samples } from '../media/samples.ts';
import { useDocument } from '../state/document-provider.tsx';
import { useEditor } from '../state/editor-provider.tsx';
import { useMedia } from '../state/media-provider.tsx';
import { ownServerIn, putAside } from '../state/own-server.ts';
import { returnTo } from '../state/return-to.ts';
import { useSession } from '../state/session-provider.tsx';
import { useUploads } from '../state/uploads-provider.tsx';
import { stateOf } from './demo-choices.ts';
import { choiceOf, choose, currentChoice, type Leading, own } from './server-choices.ts';

/** A step of the editor that was made here: another one takes its place. */
interface Step {
  readonly before: string;
  readonly after: string;
}

export interface DemoServer {
  readonly leading: Leading;
  readonly current: string;
  /** Why it can't be done; null where it was. */
  readonly lead: (id: string) => string | null;
  /** Choosing one sends the test upload as well. */
  readonly sendsAtOnce: boolean;
  readonly setSendsAtOnce: (sends: boolean) => void;
}

export function useDemoServer(): DemoServer {
  const editor = useEditor();
  const { session, change } = useSession();
  const { notify } = useDocument();
  const media = useMedia();
  const [sendsAtOnce, setSendsAtOnce] = useState(false);
  const sendOnce = useSendOnce();
  const step = useRef<Step | null>(null);
  const { account, locale, document } = session;
  const aside = ownServerIn(document.aside, account, locale);
  const place = { account, locale: locale || undefined };
  const leading = { text: session.xml, place, aside, origin: window.location.origin };
  const current = currentChoice(leading);
  useOwnMedia(current, leading);

  const lead = (id: string): string | null => {
    const text = editor.text();
    const before = step.current?.after === text ? step.current.before : text;
    const pointing = choose(id, { ...leading, text: before });
    if (pointing.kind === 'refused') return pointing.reason;
    // One after the other is one step: undo takes all of it back.
    if (before !== text) returnTo(editor, before);
    editor.apply(pointing.edits);
    step.current = { before, after: pointing.text };
    const choice = choiceOf(id, leading.origin);
    const lacks = id !== own && media.source.size < choice.needsBytes;
    const bringsMedia = lacks && media.source.kind !== 'file';
    if (pointing.own !== null) {
      const { sample, sampleChosen } = session;
      const brought = aside?.ownSample ?? null;
      const ownSample = bringsMedia ? { sample, isChosen: sampleChosen } : brought;
      change({ type: 'aside', aside: putAside(document.aside, { ...pointing.own, ownSample }) });
    }
    if (bringsMedia) change({ type: 'sample', sample: 'large' });
    const willSend = sendsAtOnce && id !== own;
    if (willSend) sendOnce(pointing.text);
    notify({
      text: [
        id === own ? 'Your own URL is back.' : `Demo server: ${stateOf(choice.title)}.`,
        describeKeys(pointing.keys),
        bringsMedia && `Using the ${samples.large.title} sample: there is little to see with less.`,
        lacks && !bringsMedia && `There is little to see with a file under ${formatSize(choice.needsBytes)}.`,
        !willSend && 'Nothing was sent yet.',
      ]
        .filter(Boolean)
        .join(' '),
      undo() {
        notify(null);
        step.current = null;
        returnTo(editor, before);
      },
    });
    return null;
  };
  return { leading, current, lead, sendsAtOnce, setSendsAtOnce };
}

/** The sample that was brought goes with the scenario that needed it, however that goes: by undo, too. */
function useOwnMedia(current: string, { aside, origin }: Leading): void {
  const { session, change } = useSession();
  const isNeeded = choiceOf(current, origin).needsBytes > 0;
  useEffect(() => {
    const brought = aside?.ownSample;
    if (!brought || isNeeded) return;
    change({ type: 'aside', aside: putAside(session.document.aside, { ...aside, ownSample: null }) });
    if (session.chosenFile !== null || session.sample !== 'large') return;
    change({ type: 'sample', sample: brought.sample, standsIn: !brought.isChosen });
  });
}

/** Sends once the request is that of the given text; what is being sent then is cancelled. */
function useSendOnce(): (text: string) => void {
  const { session } = useSession();
  const { isReading } = useMedia();
  const { send, cancel, isSending } = useUploads();
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (wanted === null || isReading) return;
    if (session.xml !== wanted) return setWanted(null);
    if (isSending) return cancel();
    setWanted(null);
    send();
  }, [wanted, session.xml, isReading, isSending, send, cancel]);
  return setWanted;
}

function describeKeys(keys: readonly string[]): string {
  if (keys.length === 0) return 'The Account XML led there already.';
  const names = keys.length > 1 ? `${keys.slice(0, -1).join(', ')} and ${keys.at(-1)}` : keys[0];
  return `Changed: ${names}.`;
}
