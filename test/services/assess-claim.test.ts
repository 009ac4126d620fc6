import { describe, expect, it } from 'vitest';
import { assessClaim, checkClaimRequest } from '../../src/services/assess-claim.ts';
import { claimBackground } from '../../src/services/claim-background.ts';
import { openEvent, openWithFamily } from '../../src/services/open-scenario.ts';

const fewer = async (id: string) => {
  const { scenario, family } = await openEvent(id);
  return { family, scenario: { ...scenario, simulation: { draws: 2_000, seed: 1 } } };
};

describe('a claim check', () => {
  it('carries a quote of two sentences and a citation with its id', async () => {
    const request = await checkClaimRequest({ text: 'hundreds of billions of dollars' }, 'claim');
    const found = await assessClaim(request, await fewer('aws-2025-10-20'));
    expect(found.verdict).toBe('implausible-high');
    expect(found.quote.match(/[.](?: |$)/g)).toHaveLength(2);
    expect(found.quote).toContain('40 percent of everything the whole world produced');
    for (const form of Object.values(found.citation)) expect(form).toContain(found.id.slice(0, 8));
    expect(found.citation.full).toContain(found.id);
    expect(found.pastClaims.length).toBeGreaterThan(20);
    expect(found.pastClaims.map(({ date }) => date)).toEqual(
      found.pastClaims.map(({ date }) => date).toSorted(),
    );
    expect(found.neighbours.length).toBeGreaterThan(0);
    expect(found.neighbours.map(({ family }) => family)).not.toContain('aws-2025');
  });

  it('quotes in Arabic when asked to, with the same figures and id', async () => {
    const subject = await fewer('aws-2025-10-20');
    const [english, arabic] = await Promise.all(
      (['en', 'ar'] as const).map((language) => assessClaim({ amount: 1e11 }, subject, { language })),
    );
    expect(arabic!.quote).toMatch(/40 في المئة من كل ما أنتجه العالم كله/);
    expect(arabic!.id).toBe(english!.id);
    expect(arabic!.wouldHaveToBeTrue).toEqual(english!.wouldHaveToBeTrue);
  });

  it('takes an amount without words, in dollars unless a currency is named', async () => {
    const subject = await fewer('aws-2025-10-20');
    const dollars = await assessClaim({ amount: 6e8 }, subject);
    expect([dollars.verdict, dollars.claim.currency, dollars.claim.lowUsd]).toEqual([
      'plausible',
      'USD',
      6e8,
    ]);
    const euros = await assessClaim({ amount: 6e8, currency: 'EUR' }, subject);
    expect(euros.claim.lowUsd).toBeGreaterThan(6e8);
  });

  it('of a scenario of one’s own shows no past claims', async () => {
    const { scenario } = await fewer('aws-2025-10-20');
    const found = await assessClaim({ amount: 6e8 }, { scenario, family: null });
    expect([found.pastClaims, found.event.family]).toEqual([[], null]);
  });

  it('refuses a currency without a rate, and says when the table starts', async () => {
    const subject = await fewer('sony-psn-2011-04-20');
    await expect(assessClaim({ amount: 1e9, currency: 'XYZ' }, subject)).rejects.toMatchObject({
      code: 'CURRENCY_UNKNOWN',
    });
    await expect(assessClaim({ amount: 1e9, currency: 'EUR' }, subject)).rejects.toThrow(/starts in/);
  });
});

describe('the subject of a claim', () => {
  it('has the family of its event file, wherever that lies', async () => {
    const { text } = (await import('../../src/catalog/event-files.ts')).readEventText('delta-2024-07-19');
    expect(await openWithFamily('my/delta.json', () => text)).toMatchObject({ family: 'crowdstrike-2024' });
    const own = JSON.stringify({ outage: { kind: 'cloud', provider: 'aws', region: 'us-east-1' } });
    expect((await openWithFamily('own.json', () => own)).family).toBeNull();
  });
});

describe('the background of a claim', () => {
  it('has every published figure as one amount', async () => {
    const { figures } = await claimBackground(null);
    expect(figures.length).toBeGreaterThan(30);
    for (const { usd, title } of figures) {
      expect(usd).toBeGreaterThan(0);
      expect(title).not.toBe('');
    }
  });
});
