import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { Screens } from './app/Screens';
import { start } from './app/start';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

start().then((started) =>
  createRoot(root).render(
    <App {...started}>
      <Screens />
    </App>,
  ),
);
