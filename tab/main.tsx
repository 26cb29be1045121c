import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Tab } from './Tab.tsx';
import { openTeams } from './teams.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no place for the tab');

createRoot(root).render(
  <StrictMode>
    <Tab opening={openTeams()} />
  </StrictMode>,
);
