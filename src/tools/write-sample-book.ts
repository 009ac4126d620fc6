// Writes the invented sample book:  node dist/tools/write-sample-book.js
import { writeFileSync } from 'node:fs';
import { sampleBook } from './sample-book.ts';

writeFileSync(new URL('../../data/samples/portfolio.csv', import.meta.url), sampleBook());
