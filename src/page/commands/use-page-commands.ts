/** All commands that the page has by its state and its buttons; loaded with what lists them. */
import { useDisplay } from '../state/display-provider.tsx';
import { useEditor, useEditorState } from '../state/editor-provider.tsx';
import { useMedia } from '../state/media-provider.tsx';
import { changedAssumptions } from '../state/session.ts';
import { randomBoundary, useSession } from '../state/session-provider.tsx';
import { goToTourStep } from '../state/tour.ts';
import { useUploads } from '../state/uploads-provider.tsx';
import type { ThemeChoice } from '../state/use-theme.ts';
import { areCharacterKeysOn, turnCharacterKeys } from './character-keys.ts';
import type { Command, CommandGroup } from './command.ts';
import { press } from './press.ts';
import { useEditorCommands } from './use-editor-commands.ts';
import { useKeyCommands } from './use-key-commands.ts';

const themes: readonly ThemeChoice[] = ['system', 'light', 'dark'];

export function usePageCommands(): readonly Command[] {
  const keyCommands = useKeyCommands();
  return [
    ...keyCommands,
    ...useUploadCommands(),
    ...useDocumentCommands(),
    ...useEditorCommands(),
    ...useViewCommands(),
  ];
}

function useUploadCommands(): readonly Command[] {
  const { isSending, cancel } = useUploads();
  const { change } = useSession();
  const { chooseSample } = useMedia();
  const group = 'Test upload';
  return [
    { id: 'cancel', title: 'Cancel the upload', group, isAvailable: isSending, run: cancel },
    { id: 'choose-media', title: 'Choose a media file…', group, ...press('choose-media') },
    { id: 'sample-photo', title: 'Use the sample photo', group, run: () => chooseSample('photo') },
    { id: 'sample-large', title: 'Use the sample of 12 MB', group, run: () => chooseSample('large') },
    { id: 'sample-clip', title: 'Use the sample clip', group, run: () => chooseSample('clip') },
    {
      id: 'new-boundary',
      title: 'Take a new boundary',
      group,
      run: () => change({ type: 'boundary', boundary: randomBoundary() }),
    },
  ];
}

function useDocumentCommands(): readonly Command[] {
  const { openDialog } = useDisplay();
  const { undo, redo } = useEditor();
  const { canUndo, canRedo } = useEditorState();
  const group = 'Account XML';
  return [
    { id: 'show-xml', title: 'Show as XML', group, ...press('show-xml') },
    { id: 'show-form', title: 'Show as a form', group, ...press('show-form') },
    { id: 'fix-all', title: 'Fix all problems that can be fixed for certain', group, ...press('fix-all') },
    {
      id: 'copy-keys',
      title: 'Copy this service’s keys',
      group,
      ...press('Copy this service’s keys'),
    },
    {
      id: 'import',
      title: 'Import a captured request…',
      group,
      run: () => openDialog('import'),
      entry: {
        menu: 'more',
        label: 'Import…',
        detail: 'The Account XML for an upload that works: HTTP, HAR, curl',
      },
    },
    {
      id: 'inspect',
      title: 'Inspect a captured request…',
      group: 'Request',
      run: () => openDialog('inspect'),
      entry: {
        menu: 'more',
        label: 'Inspect…',
        detail: 'A captured request or reply, taken apart and compared',
      },
    },
    { id: 'undo', title: 'Undo the last edit', group, isAvailable: canUndo, run: undo },
    { id: 'redo', title: 'Redo', group, isAvailable: canRedo, run: redo },
  ];
}

function useViewCommands(): readonly Command[] {
  const { theme, showInvisibles, setShowInvisibles, tabIndents, setTabIndents } = useDisplay();
  const { setPanel, openDialog } = useDisplay();
  const { session, change } = useSession();
  const request: CommandGroup = 'Request';
  const view: CommandGroup = 'View';
  return [
    { id: 'show-message', title: 'Show the request as a message', group: request, ...press('show-message') },
    { id: 'show-bytes', title: 'Show the request as bytes', group: request, ...press('show-bytes') },
    { id: 'copy-url', title: 'Copy the URL', group: request, ...press('Copy URL') },
    { id: 'copy-headers', title: 'Copy the headers', group: request, ...press('Copy headers') },
    {
      id: 'copy-body',
      title: 'Copy the body, media folded',
      group: request,
      ...press('Copy body, media folded'),
    },
    {
      id: 'invisibles',
      title: showInvisibles ? 'Hide marks of spaces and line ends' : 'Mark spaces, tabs and line ends',
      group: request,
      run: () => setShowInvisibles(!showInvisibles),
    },
    {
      id: 'servers',
      title: 'How 26 servers parse this',
      group: request,
      run: () => openDialog('servers'),
      entry: { menu: 'more', detail: 'What was measured, with the rows of your request marked' },
    },
    {
      id: 'receiver',
      title: 'Server to receive it',
      group: request,
      run: () => openDialog('receiver'),
      entry: { menu: 'more', detail: 'A small one in PHP, Express, Flask or Go that accepts this request' },
    },
    {
      id: 'tab-indents',
      title: tabIndents ? 'Let Tab leave the editor' : 'Let Tab indent in the editor',
      group: 'Editor',
      run: () => setTabIndents(!tabIndents),
    },
    { id: 'assumptions', title: 'Assumptions', group: request, run: () => setPanel('assumptions') },
    {
      id: 'default-assumptions',
      title: 'Reset all assumptions',
      group: request,
      isAvailable: changedAssumptions(session.assumptions).length > 0,
      run: () => change({ type: 'default-assumptions' }),
    },
    {
      id: 'character-keys',
      title: areCharacterKeysOn() ? 'Turn the key ? off' : 'Turn the key ? on',
      group: 'Help',
      run: () => turnCharacterKeys(!areCharacterKeysOn()),
    },
    {
      id: 'tour',
      title: 'Take the tour',
      group: 'Help',
      run: () => goToTourStep(0),
      entry: { menu: 'more', detail: 'Five steps through the page' },
    },
    ...themes.map((choice) => ({
      id: `theme-${choice}`,
      title: `Theme: ${choice}`,
      group: view,
      isAvailable: choice !== theme.choice,
      run: () => theme.choose(choice),
    })),
  ];
}
