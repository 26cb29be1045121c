import { createRoot } from 'react-dom/client';
import './page.css';
import { TeamsInABox } from './TeamsInABox.tsx';

const root = document.getElementById('page');
if (root === null) throw new Error('index.html has no place for the page');
createRoot(root).render(<TeamsInABox />);
