import { tabOnly } from './imports.ts';

// For the Dockerfile: the packages that are built into the tab and that no running server needs, a word each.
console.log(tabOnly().join(' '));
