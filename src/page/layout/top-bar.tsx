import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { ExamplesMenu } from '../examples/examples-menu.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import type { ThemeChoice } from '../state/use-theme.ts';
import { BarWord, barButtons } from './bar-word.tsx';
import { DocumentBar } from './document-bar.tsx';

const themes = {
  system: { next: 'light', icon: Monitor, title: 'Theme: system' },
  light: { next: 'dark', icon: Sun, title: 'Theme: light' },
  dark: { next: 'system', icon: Moon, title: 'Theme: dark' },
} satisfies Record<ThemeChoice, { next: ThemeChoice; icon: unknown; title: string }>;

export function TopBar() {
  const { theme, showSecrets, setShowSecrets } = useDisplay();
  const { next, icon: ThemeIcon, title } = themes[theme.choice];
  return (
    <header
      className={`flex h-12 flex-none items-center gap-1.5 border-b border-line bg-pane pr-3 pl-4 max-medium:relative max-medium:h-auto max-medium:min-h-12 max-medium:flex-wrap max-medium:gap-x-[3px] max-medium:gap-y-0 max-medium:pr-2 max-medium:pl-3 ${barButtons}`}
    >
      <h1 className="mr-3 text-[14.5px] font-[650] tracking-[-0.01em] whitespace-nowrap max-medium:mr-0 max-medium:text-base">
        Media Upload <span className="text-accent max-medium:hidden">Playground</span>
      </h1>
      <ExamplesMenu />
      <DocumentBar />
      <div className="flex-1 max-medium:basis-0" />
      <Button
        variant="quiet"
        aria-pressed={showSecrets}
        tip={
          showSecrets
            ? 'Passwords can be read by whoever sees your screen'
            : 'Passwords are shown as dots; what is sent is the same'
        }
        onClick={() => setShowSecrets(!showSecrets)}
      >
        {showSecrets ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
        <BarWord>Show passwords</BarWord>
      </Button>
      <IconButton size="normal" label={title} onClick={() => theme.choose(next)}>
        <ThemeIcon aria-hidden />
      </IconButton>
    </header>
  );
}
