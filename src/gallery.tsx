// The gallery: every shared component and chart, in both themes side by side. Development only.
// Keeps away from state and engine: all that is shown is made up here.
import { createRoot } from 'react-dom/client';
import { VisuallyHidden } from './components/shared/labels/VisuallyHidden.tsx';
import { TooltipGroup } from './components/shared/overlays/Tooltip.tsx';
import { Logo } from './components/shared/style/Logo.tsx';
import './components/shared/style/tokens.css';
import './components/shared/style/base.css';
import { Charts } from './gallery/Charts.tsx';
import { Buttons, Setups } from './gallery/Controls.tsx';
import { Fields } from './gallery/Fields.tsx';
import styles from './gallery/gallery.module.css';
import { LabCharts } from './gallery/LabCharts.tsx';
import { Messages } from './gallery/Messages.tsx';

function Gallery() {
  return (
    <TooltipGroup>
      <main className={styles.themes}>
        <VisuallyHidden>
          <h1>Gallery of components</h1>
        </VisuallyHidden>
        {(['light', 'dark'] as const).map((theme) => (
          <section key={theme} className={styles.theme} data-theme={theme} aria-label={theme}>
            <header className={styles.header}>
              <Logo />
              <h2>{theme}</h2>
            </header>
            <Buttons />
            <Setups />
            <Fields />
            <Messages />
            <Charts />
            <LabCharts />
          </section>
        ))}
      </main>
    </TooltipGroup>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Gallery />);
