/** The bare pane: what any add-in made from Fluent's React components starts with. The product's pane is held to it. */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { App } from './App';

const root = document.getElementById('root');
void Office.onReady(() => {
  if (!root) return;
  createRoot(root).render(
    <FluentProvider theme={webLightTheme}>
      <App title="Bare pane" />
    </FluentProvider>,
  );
});
