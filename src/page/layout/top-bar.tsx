import { ExamplesMenu } from '../examples/examples-menu.tsx';
import { BarButton } from './bar-button.tsx';
import { type BarCommand, useBarCommands } from './bar-commands.ts';
import { DocumentBar } from './document-bar.tsx';
import { MoreMenu } from './more-menu.tsx';

export function TopBar() {
  const commands = useBarCommands();
  const buttons = (side: BarCommand['side']) =>
    commands
      .filter((command) => command.side === side)
      .map((command, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a command keeps its place while its label changes
        <BarButton key={index} command={command} />
      ));
  return (
    <header className="flex min-h-12 flex-none items-center gap-1.5 border-b border-line bg-pane px-4 max-medium:flex-wrap max-medium:px-3">
      <div className="mr-2.5 flex-none max-medium:mr-0 max-medium:min-w-0 max-medium:flex-1 max-[20rem]:basis-full">
        <h1 className="truncate max-[20rem]:whitespace-normal text-title leading-[1.3] font-[650] tracking-[-0.01em]">
          Media Upload <span className="text-accent">Playground</span>
        </h1>
        <p className="truncate text-tiny leading-[1.3] text-muted">Test the app’s media uploads</p>
      </div>
      <ExamplesMenu />
      {buttons('document')}
      <DocumentBar />
      <div className="flex-1 max-medium:hidden" />
      {buttons('display')}
      <MoreMenu />
    </header>
  );
}
