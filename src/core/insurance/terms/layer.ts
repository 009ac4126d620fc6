import { showShare, withinLimit, type MoneyTerm } from './term.ts';

/** clamp(x − attachment, 0, limit): the part of the loss that lies in the layer. */
export const layer: MoneyTerm = {
  name: 'Layer',
  stated: ({ arithmetic, policy }, show) => {
    const { attachment, limit } = policy.layer;
    if (limit === null && !arithmetic.exceeds(attachment, arithmetic.zero)) return null;
    return `${limit === null ? 'everything' : show(limit)} above ${show(attachment)}`;
  },
  apply: ({ arithmetic, policy }, amount) =>
    withinLimit(arithmetic, arithmetic.over(amount, policy.layer.attachment), policy.layer.limit),
  why: () => 'only what lies in the layer is paid',
};

/** participation · x: the insurer's share of the layer. */
export const participation: MoneyTerm = {
  name: 'Participation',
  stated: ({ policy: { layer } }) =>
    layer.participationShare === 1 ? null : showShare(layer.participationShare),
  apply: ({ arithmetic, policy }, amount) => arithmetic.times(amount, policy.layer.participationShare),
  why: ({ policy: { layer } }) => `the insurer has ${showShare(layer.participationShare)} of the layer`,
};
