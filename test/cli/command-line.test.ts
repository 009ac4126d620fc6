import { expect, it } from 'vitest';
import { commandLine } from '../../src/cli/command-line.ts';

it('keeps what changes the figures, quoted for a shell', () => {
  const args = [
    'estimate',
    'my file.json',
    '--set',
    'a.b={"pert":[0,1,2]}',
    '--out',
    'x',
    '--quiet',
    '--save=y',
  ];
  expect(commandLine(args)).toBe(`lossrange estimate 'my file.json' --set 'a.b={"pert":[0,1,2]}'`);
});

it('quotes a quote', () => {
  expect(commandLine(["it's"])).toBe(`lossrange 'it'\\''s'`);
});
