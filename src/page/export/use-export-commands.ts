/** The menu Export: each entry copies a text or saves a file, then says what has to be known of it. */

import { knownSecrets } from '../../core/secrets/known-secrets.ts';
import { requestSecrets } from '../../core/secrets/request-secrets.ts';
import { exportedRequest } from '../../exports/exported-request-of.ts';
import { type ExportFormat, type ExportId, exportFormats, exportIds } from '../../exports/formats.ts';
import { writeExport } from '../../exports/write-export.ts';
import type { Command } from '../commands/command.ts';
import { useDisplay } from '../state/display-provider.tsx';
import { download } from '../state/download.ts';
import { useMedia } from '../state/media-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { useUploads } from '../state/uploads-provider.tsx';
import { blobOf, harFile } from './export-files.ts';
import { notesOn } from './export-notes.ts';
import { type Exported, setExportState, useExportState } from './export-state.ts';
import { exportedReply } from './har-reply.ts';
import { pageTicket } from './page-ticket.ts';

/** What a file is for, and no clipboard. */
const saved: readonly ExportId[] = ['har', 'http-file', 'http', 'body'];
const order: readonly ExportId[] = [...exportIds.filter((id) => !saved.includes(id)), ...saved];

export function useExportCommands(): readonly Command[] {
  const { built } = useRequest();
  const { session } = useSession();
  const { source, toShow } = useMedia();
  const { openDialog } = useDisplay();
  const uploads = useUploads();
  const { areSecretsIn } = useExportState();
  const plan = built.request;

  const done = (last: Exported) => {
    setExportState({ last });
    openDialog('export');
  };
  const copy = (text: string, exported: Omit<Exported, 'outcome'>) => {
    navigator.clipboard.writeText(text).then(
      () => done({ ...exported, outcome: 'copied' }),
      () => done({ ...exported, outcome: 'not copied' }),
    );
  };
  const answered = () =>
    exportedReply(uploads, areSecretsIn || plan === null ? null : knownSecrets(built, plan));
  const run = async (id: ExportId) => {
    if (!plan) return;
    const request = exportedRequest(plan, areSecretsIn ? [] : requestSecrets(built));
    const { title, fileName, mediaType }: ExportFormat = exportFormats[id];
    const written = id === 'har' ? null : writeExport(id, request, source.name);
    if (written?.kind === 'text') {
      const exported = {
        title,
        ...notesOn(id, request, source.name, written.notes),
        file: { name: fileName, content: new Blob([written.text], { type: mediaType }) },
      };
      if (!saved.includes(id)) return copy(written.text, exported);
      download(fileName, exported.file.content);
      return done({ ...exported, outcome: 'saved' });
    }
    const media = request.mediaSize === null ? new Blob() : await toShow();
    if (media === null) return done({ ...unreadable, title });
    const content = await (written ? blobOf(written.chunks, media) : harFile(request, media, answered()));
    download(fileName, content);
    const file = { name: fileName, content };
    return done({ title, ...notesOn(id, request, source.name, []), file, outcome: 'saved' });
  };
  const copyTicket = async () => {
    const { sessionLink } = await import('./session-link.ts');
    const link = sessionLink(session, window.location.href);
    const text = pageTicket(built, uploads, navigator.userAgent, link);
    const notes = ['Secrets are left out, always.', ...(link === null ? [linkTooLong] : [])];
    const file = { name: 'upload-ticket.md', content: new Blob([text]) };
    copy(text, { title: 'the ticket', notes, differences: [], file });
  };

  return [
    ...order.map((id): Command => {
      const isSaved = saved.includes(id);
      const { title, about }: ExportFormat = exportFormats[id];
      return {
        id: `export-${id}`,
        title: isSaved ? `Save as ${title}` : `Copy as ${title}`,
        group: 'Request',
        isAvailable: plan !== null,
        run: () => void run(id),
        entry: {
          menu: 'export',
          section: isSaved ? 'Save a file' : 'Copy',
          ...(isSaved && { label: title }),
          detail: about.replace(/^./, (first) => first.toUpperCase()),
        },
      };
    }),
    {
      id: 'export-ticket',
      title: 'Copy for a ticket',
      group: 'Request',
      run: () => void copyTicket(),
      entry: {
        menu: 'export',
        section: 'Copy',
        detail: 'Account XML, request, reply, verdict, link; no secrets',
      },
    },
    {
      id: 'export-secrets',
      title: areSecretsIn ? 'Leave secrets out of exports' : 'Put secrets into exports',
      group: 'Request',
      run: () => setExportState({ areSecretsIn: !areSecretsIn }),
      entry: {
        menu: 'export',
        section: areSecretsIn ? 'Secrets: put in' : 'Secrets: left out',
        label: areSecretsIn ? 'Leave secrets out' : 'Put secrets in',
        detail: areSecretsIn
          ? 'What you export holds passwords, tokens and keys'
          : 'Variables stand for passwords, tokens and keys, in messages their names',
      },
    },
  ];
}

const linkTooLong = 'The session is too long for a link.';

const unreadable = {
  outcome: 'failed',
  notes: ['The media can’t be read any more. Choose the file again, then export.'],
  differences: [],
  file: null,
} as const;
