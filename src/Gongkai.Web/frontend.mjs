// Copies the few files of the front-end packages that pages use into wwwroot/lib. Run by the build after `npm ci`.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const home = import.meta.dirname;
const files = [
  ['@tabler/core/dist/css/tabler.min.css', 'tabler.min.css'],
  ['htmx.org/dist/htmx.min.js', 'htmx.min.js'],
  ['altcha/dist/workers/sha.js', 'altcha.js'],
  ['jodit/es2021/jodit.fat.min.js', 'jodit.min.js'],
  ['jodit/es2021/jodit.fat.min.css', 'jodit.min.css'],
];

mkdirSync(join(home, 'wwwroot', 'lib'), { recursive: true });
for (const [from, to] of files) {
  cpSync(join(home, 'node_modules', from), join(home, 'wwwroot', 'lib', to));
}
writeFileSync(join(home, 'wwwroot', 'lib', '.built'), '');
