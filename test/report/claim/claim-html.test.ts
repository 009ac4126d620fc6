import { beforeAll, describe, expect, it } from 'vitest';
import type { ClaimAssessment } from '../../../src/core/claims/claim-assessment.ts';
import { claimHtml } from '../../../src/report/claim/claim-html.ts';
import { escapeArabicHtml } from '../../../src/report/render-html.ts';
import { assessClaim } from '../../../src/services/assess-claim.ts';
import { drawClaimCharts } from '../../../src/services/draw-chart.ts';
import { openEvent } from '../../../src/services/open-scenario.ts';
import { estimated } from '../../support/engine.ts';

describe('a claim check as a page', () => {
  let claim: ClaimAssessment;
  let drawn: { readonly svg: string; readonly narrow: string };
  beforeAll(async () => {
    const { scenario, family } = await openEvent('aws-2025-10-20');
    const subject = { family, scenario: { ...scenario, simulation: { draws: 2_000, seed: 1 } } };
    claim = await assessClaim({ text: '<b>hundreds of billions of dollars</b>' }, subject);
    drawn = await drawClaimCharts(estimated(subject.scenario), claim);
  });

  it('has verdict, drawing, quote, citation and command, and loads nothing', () => {
    const html = claimHtml(claim, { ...drawn, language: 'en', unicode: true, command: 'lossrange check' });
    for (const part of ['IMPLAUSIBLY HIGH', '<svg', claim.citation.inline, claim.id, 'lossrange check']) {
      expect(html).toContain(part);
    }
    expect(html).toContain(claim.quote.replaceAll("'", '&#39;'));
    expect(html).not.toMatch(/<script|<link|<img|src=|url\(/);
    expect(html).not.toContain('<b>hundreds');
  });

  it('is right to left in Arabic, with Latin names apart', () => {
    const html = claimHtml(claim, { ...drawn, language: 'ar', unicode: true });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toMatch(/<bdi dir="ltr">Mehdi Daoudi, Catchpoint CEO \(to CNN\)<\/bdi>/);
  });
});

it('escapes inside and outside Latin names', () => {
  expect(escapeArabicHtml('من A&B <i> إلى "س"')).toBe(
    'من <bdi dir="ltr">A&amp;B</bdi> &lt;<bdi dir="ltr">i</bdi>&gt; إلى &quot;س&quot;',
  );
});
