// The package has no types. Only `beta.ts` and `gamma.ts` import it, and no type of it leaves them.
declare module 'jstat' {
  const jStat: {
    readonly beta: { inv(p: number, alpha: number, beta: number): number };
    readonly gamma: { inv(p: number, shape: number, scale: number): number };
  };
  export = jStat;
}
