/** Equally likely outcomes in a picture: one in twenty is what a 9-in-10 range leaves out on each side. */
const CELLS = 20;

interface Signs {
  readonly middleHalf: string;
  readonly eightInTen: string;
  readonly nineInTen: string;
  readonly mark: string;
}

const unicodeSigns: Signs = { middleHalf: '━', eightInTen: '─', nineInTen: '·', mark: '●' };
const asciiSigns: Signs = { middleHalf: '=', eightInTen: '-', nineInTen: '.', mark: 'o' };

export function signsOf(unicode: boolean): Signs {
  return unicode ? unicodeSigns : asciiSigns;
}

/**
 * Where a figure lies in a range, as a line of twenty outcomes of equal chance: the middle ten, the sixteen of the
 * 8-in-10 range, the eighteen of the 9-in-10 range, and one blank at each end, which lies outside. A mark stands where
 * the figure does.
 *
 * @param pit share of the outcomes below the figure, 0-1
 */
export function rangePicture(pit: number, unicode: boolean): string {
  const signs = signsOf(unicode);
  const marked = Math.min(CELLS - 1, Math.floor(pit * CELLS));
  return Array.from({ length: CELLS }, (_, cell) => {
    if (cell === marked) return signs.mark;
    const fromEnd = Math.min(cell, CELLS - 1 - cell);
    if (fromEnd >= 5) return signs.middleHalf;
    if (fromEnd >= 2) return signs.eightInTen;
    return fromEnd === 1 ? signs.nineInTen : ' ';
  }).join('');
}
