import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { ExamplesMenu } from '../examples/examples-menu.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import type { ThemeChoice } from '../state/use-theme.ts';
import { DocumentBar } from './document-bar.tsx';
import './top-bar.css';

const themes = {
  system: { next: 'light', icon: Monitor, title: 'Theme: as the system' },
  light: { next: 'dark', icon: Sun, title: 'Theme: light' },
  dark: { next: 'system', icon: Moon, title: 'Theme: dark' },
} satisfies Record<ThemeChoice, { next: ThemeChoice; icon: unknown; title: string }>;

export function TopBar() {
  const { theme, showSecrets, setShowSecrets } = useDisplay();
  const { next, icon: ThemeIcon, title } = themes[theme.choice];
  return (
    <header className="top-bar">
      <h1 className="top-name">
        Media Upload <span>Playground</span>
      </h1>
      <ExamplesMenu />
      <DocumentBar />
      <div className="top-space" />
      <button
        type="button"
        className="button button-quiet"
        aria-pressed={showSecrets}
        data-tip={
          showSecrets
            ? 'Passwords can be read by whoever sees your screen'
            : 'Passwords are shown as dots; what is sent is the same'
        }
        onClick={() => setShowSecrets(!showSecrets)}
      >
        {showSecrets ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
        <span className="top-wide">Show passwords</span>
      </button>
      <button
        type="button"
        className="button button-quiet button-icon"
        aria-label={title}
        data-tip={title}
        onClick={() => theme.choose(next)}
      >
        <ThemeIcon aria-hidden />
      </button>
    </header>
  );
}
