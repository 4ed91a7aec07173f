import { useMemo } from 'react';
import { type ReceiverFacts, receiverFacts } from '../../receivers/facts.ts';
import { type ReceiverLanguage, receiverFiles } from '../../receivers/starters.ts';
import { zipOf } from '../../receivers/zip.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { download } from '../state/download.ts';
import { useRequest } from '../state/request-provider.tsx';

const languages: readonly (readonly [ReceiverLanguage, string])[] = [
  ['php', 'PHP'],
  ['express', 'Express'],
  ['flask', 'Flask'],
  ['go', 'Go'],
];

/** A small server that accepts the present request, as a zip. */
export function ReceiverDialog({ onClose }: { readonly onClose: () => void }) {
  const { built } = useRequest();
  const facts = useMemo(() => receiverFacts(built), [built]);
  return (
    <Dialog title="Server to receive it" onClose={onClose}>
      <div className="grid min-h-0 gap-3 overflow-auto px-4 py-3">
        <p>
          A small server of your own, to try the app against or to start from: it accepts this request, checks
          the login, stores the media safely and answers as the app expects. No password is in its files.
        </p>
        {facts ? (
          <Downloads facts={facts} />
        ) : (
          <Notice tone="warn">
            There is nothing to receive: no part of the request has the media. See the problems.
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

function Downloads({ facts }: { readonly facts: ReceiverFacts }) {
  const save = (language: ReceiverLanguage) => {
    const name = `receiver-${language}`;
    download(`${name}.zip`, new Blob([zipOf(name, receiverFiles(language, facts))]));
  };
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {languages.map(([language, title]) => (
          <Button key={language} onClick={() => save(language)}>
            Download for {title}
          </Button>
        ))}
      </div>
      <p className="text-small text-muted">A zip; README.md in it has the lines that run it.</p>
      {facts.notes.length > 0 && (
        <Notice tone="warn">
          <ul className="m-0 grid list-disc gap-1 pl-4">
            {facts.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
