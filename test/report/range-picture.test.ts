import { expect, it } from 'vitest';
import { rangePicture } from '../../src/report/range-picture.ts';

it.each([
  { pit: 0.001, picture: 'o.---==========---. ' },
  { pit: 0.06, picture: ' o---==========---. ' },
  { pit: 0.5, picture: ' .---=====o====---. ' },
  { pit: 0.74, picture: ' .---=========o---. ' },
  { pit: 0.949, picture: ' .---==========---o ' },
  { pit: 1, picture: ' .---==========---.o' },
])('a figure above $pit of the outcomes', ({ pit, picture }) => {
  expect(rangePicture(pit, false)).toBe(picture);
});

it('has one sign for each of twenty outcomes', () => {
  expect(rangePicture(0.2, true)).toBe(' ·──●━━━━━━━━━━───· ');
});
