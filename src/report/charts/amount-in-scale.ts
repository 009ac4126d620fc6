import { Decimal } from 'decimal.js';
import { grouped } from '../amounts.ts';

const scales = [
  { from: 1e12, scale: 'trillion' },
  { from: 1e9, scale: 'billion' },
  { from: 1e6, scale: 'million' },
] as const;

/** A round amount by its usual name: 300 million, not 0.3 billion as in sentences. */
export function amountInScale(amount: number): {
  readonly figure: string;
  readonly scale: '' | 'million' | 'billion' | 'trillion';
} {
  const scale = scales.find(({ from }) => amount >= from);
  if (scale === undefined) return { figure: grouped(amount), scale: '' };
  return { figure: grouped(new Decimal(amount).div(scale.from)), scale: scale.scale };
}
