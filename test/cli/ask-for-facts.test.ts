import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askForFacts } from '../../src/cli/ask-for-facts.ts';
import type { Io } from '../../src/cli/io.ts';

/** Answers every question in turn; returns the scenario and what was asked. */
async function answer(...answers: string[]): Promise<{ scenario: unknown; asked: string }> {
  const stdin = new PassThrough();
  const stderr = new PassThrough();
  let asked = '';
  const left = [...answers];
  stderr.on('data', (chunk: Buffer) => {
    asked += chunk.toString();
    if (asked.endsWith('> ')) stdin.write(`${left.shift() ?? ''}\n`);
  });
  const io = { stdin, stderr, stdout: stderr, env: {}, args: [] } as unknown as Io;
  return { scenario: await askForFacts(io), asked };
}

describe('askForFacts', () => {
  it('asks five questions in the order of the kind', async () => {
    const { scenario, asked } = await answer('cloud', 'AWS', 'us-east-1', '6', '2.5k');
    expect(asked.match(/> /g)).toHaveLength(5);
    expect(scenario).toMatchObject({
      outage: { kind: 'cloud', provider: 'aws', region: 'us-east-1', durationHours: 6 },
      affected: { businesses: [{ count: 2500, counted: 'named' }] },
    });
  });

  it('leaves out what is not known', async () => {
    const { scenario } = await answer('', '', '', '', '');
    expect(scenario).toMatchObject({ outage: { kind: 'cloud' } });
    expect(Object.keys((scenario as { outage: object }).outage)).toEqual(['kind']);
  });

  it('fails when the terminal closes', async () => {
    const stdin = new PassThrough();
    const io = { stdin, stderr: new PassThrough(), env: {}, args: [] } as unknown as Io;
    const asked = askForFacts(io);
    stdin.end();
    await expect(asked).rejects.toMatchObject({ code: 'USAGE' });
  });

  it('asks again when it cannot read the answer', async () => {
    const { scenario, asked } = await answer('flood', 'power', 'es', 'long', '12', '', '');
    expect(asked).toContain('"flood" is none of them');
    expect(asked).toContain('cannot read "long"');
    expect(scenario).toMatchObject({
      outage: { kind: 'power', durationHours: 12 },
      affected: { coverage: [{ country: 'ES', share: 1 }] },
    });
  });
});
