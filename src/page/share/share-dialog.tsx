import { useId, useMemo, useRef, useState } from 'react';
import { linkTo } from '../../links/links.ts';
import { reviewSession } from '../../links/review.ts';
import { writeSessionFile } from '../../links/session-file.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Fact, Facts } from '../components/facts.tsx';
import { Field } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import { SectionTitle } from '../components/section.tsx';
import { download } from '../state/download.ts';
import { useEditor } from '../state/editor-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { sharedOf } from '../state/sharing/open-shared.ts';
import { CopyLink } from './copy-link.tsx';
import { LengthMeter } from './length-meter.tsx';
import { SecretsList } from './secrets-list.tsx';
import { goingItems, meterOf, secretItems, sessionFileName } from './share-model.ts';

/** Characters of an Account XML: a longer one makes no link that anything lets through. */
const longestForLink = 200_000;

/** This session as a link or a file, with what goes and what stays, item by item. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { session } = useSession();
  const editor = useEditor();
  // As it is when the dialog opens: nothing is typed beside it.
  const [present] = useState(() => sharedOf(session, editor.text()));
  const review = useMemo(() => reviewSession(present), [present]);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const shared = useMemo(() => review.sessionWith(kept), [review, kept]);
  const link = useMemo(
    () => (shared.xml.length > longestForLink ? null : linkTo(shared, window.location.href)),
    [shared],
  );
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const meter = link === null ? null : meterOf(link);
  const save = () => {
    const text = writeSessionFile(shared, session.chosenFile);
    download(sessionFileName(session.document.name), new Blob([text]));
  };
  return (
    <Dialog
      title="Share this session"
      onClose={onClose}
      onOpen={(event) => {
        event.preventDefault();
        field.current?.focus();
        field.current?.select();
        // Its beginning tells what it is.
        if (field.current !== null) field.current.scrollLeft = 0;
      }}
    >
      <div className="grid min-h-0 gap-3.5 overflow-auto px-4 py-3.5">
        <div className="grid gap-1.5">
          {link === null || meter === null ? (
            <p className="text-small">This Account XML is too long for a link: save the session as a file.</p>
          ) : (
            <>
              <label className="text-small font-semibold" htmlFor={id}>
                Link
              </label>
              <div className="flex gap-2 max-medium:flex-wrap">
                <Field
                  ref={field}
                  id={id}
                  size="normal"
                  isCode
                  readOnly
                  value={link}
                  onFocus={({ currentTarget }) => currentTarget.select()}
                />
                <CopyLink link={link} isBest={meter.tone !== 'bad'} />
              </div>
              <LengthMeter meter={meter} />
            </>
          )}
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Button variant={meter === null || meter.tone === 'bad' ? 'primary' : 'plain'} onClick={save}>
              Save as file
            </Button>
            <span className="flex-1 text-small text-muted">
              Opening either sends nothing. What is behind # in a link goes to no server.
            </span>
          </div>
        </div>
        <SecretsList secrets={secretItems(review.secrets, present.xml)} kept={kept} onKept={setKept} />
        {session.chosenFile !== null && (
          <Notice>
            Your file “{session.chosenFile}” stays here: whoever opens this has the sample photo until they
            choose one. A saved file has its name.
          </Notice>
        )}
        <section className="grid gap-1.5" aria-label="What goes">
          <SectionTitle>What goes</SectionTitle>
          <Facts>
            {goingItems(session, shared).map(({ name, value }) => (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ))}
          </Facts>
        </section>
      </div>
    </Dialog>
  );
}
