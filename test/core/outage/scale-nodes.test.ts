import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate, middleNode } from '../../../src/core/outage/scale-nodes.ts';

const place = (nodes: readonly number[], scale: number) => {
  const into = { index: -1, fraction: -1 };
  locate(nodes, scale, into);
  return into;
};

describe('locate', () => {
  const nodes = [0.25, 0.5, 1, 2, 4];

  it.each<readonly [number, number, number]>([
    [0.25, 0, 0],
    [0.375, 0, 0.5],
    [1, 1, 1],
    [1.5, 2, 0.5],
    [4, 3, 1],
    // Held at the ends.
    [0.01, 0, 0],
    [99, 3, 1],
  ])('%d', (scale, index, fraction) => {
    expect(place(nodes, scale)).toEqual({ index, fraction });
  });

  it('gives back the scale between the nodes', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.25, max: 4, noNaN: true }), (scale) => {
        const { index, fraction } = place(nodes, scale);
        const value = nodes[index]! * (1 - fraction) + nodes[index + 1]! * fraction;
        expect(Math.abs(value - scale)).toBeLessThan(1e-12);
      }),
    );
  });

  it('one node is a known length', () => {
    expect(place([1], 0.7)).toEqual({ index: 0, fraction: 0 });
  });
});

describe('middleNode', () => {
  it.each<readonly [readonly number[], number]>([
    [[1], 0],
    [[0.3, 0.9, 1.2, 4], 1],
    [[0.3, 0.7, 1.2, 4], 2],
  ])('of %j is %i', (scaleNodes, node) => {
    expect(middleNode({ scaleNodes })).toBe(node);
  });
});
