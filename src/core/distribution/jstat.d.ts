// The package has no types. Only `beta.ts` imports it, and no type of it leaves that file.
declare module 'jstat' {
  const jStat: { readonly beta: { inv(p: number, alpha: number, beta: number): number } };
  export = jStat;
}
