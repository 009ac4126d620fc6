import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarise } from '../../src/core/statistics/summary.ts';
import { engineClient, Superseded, type Port } from '../../src/web/engine/client.ts';
import type { Reply, Request } from '../../src/web/engine/messages.ts';
import { commandOf, curlOf } from '../../src/web/exports/command-line.ts';
import { placeOfProblem } from '../../src/web/state/problem-field.ts';
import { sharedBins } from '../../src/web/state/shared-bins.ts';
import { typedQuantity } from '../../src/web/state/typed-quantity.ts';

describe('a typed quantity', () => {
  it.each([
    ['0.7', 0.7],
    [' 1,250 ', 1250],
    ['.5', 0.5],
    ['1e6', 1e6],
    ['0.5 to 0.9', { p5: 0.5, p95: 0.9 }],
    ['٠٫٥ إلى ٠٫٩', { p5: 0.5, p95: 0.9 }],
    ['0.9 to 0.5', null],
    ['a lot', null],
    ['', null],
    ['1 2', null],
  ])('%s', (text, value) => {
    expect(typedQuantity(text)).toEqual(value);
  });
});

describe('the command of a choice', () => {
  it.each([
    [{ event: 'aws-2025-10-20', assumptions: {} }, 'lossrange estimate aws-2025-10-20'],
    [
      {
        event: 'x',
        hours: 24,
        asOf: '2025-10-21',
        assumptions: { 'recapture.retail-trade': { p5: 0.1, p95: 0.2 } },
      },
      `lossrange estimate x --hours 24 --as-of 2025-10-21 --set 'recapture.retail-trade={"p5":0.1,"p95":0.2}'`,
    ],
    [
      { kind: 'telecom', countries: ['ES', 'PT'], hours: 6, assumptions: {} },
      'lossrange estimate --kind telecom --hours 6 --country ES,PT',
    ],
    [
      { kind: 'cloud', provider: 'aws', region: 'us-east-1', reports: 2e6, seed: 0, assumptions: {} },
      'lossrange estimate --provider aws --region us-east-1 --reports 2000000 --seed 0',
    ],
  ])('%#', (choice, command) => {
    expect(commandOf(choice)).toBe(command);
  });

  it('needs a file for what the command line cannot change', () => {
    expect(commandOf({ event: 'x', region: 'eu-west-1', assumptions: {} })).toBeNull();
    expect(commandOf({ event: 'x', start: '2025-10-21T00:00:00Z', assumptions: {} })).toBeNull();
  });

  it('calls the API where the page comes from', () => {
    expect(curlOf('http://127.0.0.1:8080')).toContain('http://127.0.0.1:8080/v1/estimates ');
  });
});

describe('the place of a problem', () => {
  it.each([
    ['affected.businesses[0].count', 'firms'],
    ['affected.userReports[0].count', 'reports'],
    ['outage.phases[2].end', 'hours'],
    ['outage.start', 'start'],
    ['outage.region', 'region'],
    ['outage.provider', 'subject'],
    ['asOf', 'asOf'],
    ['--as-of', 'asOf'],
    ['simulation.draws', 'top'],
  ])('%s', (path, place) => {
    expect(placeOfProblem({ code: 'SCENARIO_INVALID', path, message: '', hint: '' }, [])).toBe(place);
  });

  it('is an assumption when its path is named', () => {
    const problem = {
      code: 'QUANTITY_INVALID',
      path: 'assumptions.recapture.x',
      message: '',
      hint: '',
    } as const;
    expect(placeOfProblem(problem, ['recapture.x'])).toEqual({ assumption: 'recapture.x' });
  });
});

describe('outcomes of two losses in the same rows', () => {
  const loss = fc
    .array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 20, maxLength: 60 })
    .map((draws) => summarise(Float64Array.from(draws), 'USD'));

  it('add up to twenty on each side, in rows that touch', () => {
    fc.assert(
      fc.property(loss, loss, (first, second) => {
        const bins = sharedBins(first, second);
        expect(bins.reduce((sum, bin) => sum + bin.first, 0)).toBe(20);
        expect(bins.reduce((sum, bin) => sum + bin.second, 0)).toBe(20);
        expect(bins.length).toBeLessThanOrEqual(8);
        expect(bins[0]?.from).toBe(0);
        expect(bins.at(-1)?.to).toBe(Infinity);
        bins.slice(1).forEach((bin, place) => expect(bin.from).toBe(bins[place]?.to));
      }),
    );
  });
});

describe('questions to the engine', () => {
  const port = (): { port: Port; asked: Request[]; reply: (reply: Reply) => void } => {
    const asked: Request[] = [];
    let listener: (event: { readonly data: Reply }) => void = () => undefined;
    return {
      asked,
      reply: (reply) => listener({ data: reply }),
      port: {
        postMessage: (request) => asked.push(request),
        addEventListener: (type: string, given: unknown) => {
          if (type === 'message') listener = given as typeof listener;
        },
      },
    };
  };
  const choice = (hours: number) =>
    ({ kind: 'estimate', choice: { event: 'x', hours, assumptions: {} } }) as const;

  it('run one at a time; the last one wins, those between are dropped', async () => {
    const { port: worker, asked, reply } = port();
    const client = engineClient(worker);
    const [first, second, third] = [1, 2, 3].map((hours) => client.ask('main', choice(hours)));
    const dropped = expect(second).rejects.toBeInstanceOf(Superseded);
    expect(asked.map(({ id }) => id)).toEqual([1]);
    reply({ id: 1, ok: true, value: 'one' });
    expect(await first).toBe('one');
    await dropped;
    expect(asked.at(-1)).toEqual({ id: 2, task: choice(3) });
    reply({ id: 2, ok: true, value: 'three' });
    expect(await third).toBe('three');
  });

  it('bring back what was wrong', async () => {
    const { port: worker, reply } = port();
    const asked = engineClient(worker).ask('main', choice(1));
    const problem = { code: 'SCENARIO_INVALID', path: 'asOf', message: 'm', hint: 'h' } as const;
    reply({ id: 1, ok: false, problem });
    await expect(asked).rejects.toMatchObject({ problem });
  });
});
