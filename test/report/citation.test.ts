import { describe, expect, it } from 'vitest';
import { citationOf } from '../../src/report/citation.ts';

const cited = {
  title: 'AWS us-east-1, 20 October 2025',
  id: 'f4uqh5od3zm2kkcxuc3pst3ipm',
  version: '0.1.0',
  kind: 'estimate',
  asOf: '2025-12-31',
} as const;

describe('a citation', () => {
  it('names tool, version, kind, facts and result', () => {
    expect(citationOf(cited)).toEqual({
      inline: '(lossrange 0.1.0, 2025, estimate f4uqh5od)',
      full:
        'lossrange 0.1.0 (2025). "AWS us-east-1, 20 October 2025": estimate by a model, facts as of ' +
        '31 December 2025. Result f4uqh5od3zm2kkcxuc3pst3ipm.',
      bibtex: [
        '@misc{lossrange-f4uqh5od,',
        '  author = {{lossrange}},',
        '  title = {{AWS us-east-1, 20 October 2025: estimate by a model}},',
        '  year = {2025},',
        '  note = {Result f4uqh5od3zm2kkcxuc3pst3ipm, lossrange 0.1.0, facts as of 31 December 2025}',
        '}',
      ].join('\n'),
    });
  });

  it('gives no year that it does not know', () => {
    const { inline, full, bibtex } = citationOf({ ...cited, kind: 'claim check', asOf: undefined });
    expect(inline).toBe('(lossrange 0.1.0, claim check f4uqh5od)');
    expect(full).toMatch(/^lossrange 0\.1\.0\. "/);
    expect(bibtex).not.toContain('year');
  });

  it('keeps BibTeX whole whatever the title holds', () => {
    const { bibtex } = citationOf({ ...cited, title: '50 % & {more} \\input $x_1$ ~^#\n}' });
    expect(bibtex).toContain(
      '{{50 \\% \\& \\{more\\} \\textbackslash{}input \\$x\\_1\\$ \\textasciitilde{}\\textasciicircum{}\\#\\}: estimate',
    );
    expect(bibtex.split('\n')).toHaveLength(6);
  });
});
