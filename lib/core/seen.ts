/** K4: what was not seen is absent, not undefined, so that it replaces nothing. What was seen and is empty stays. */
export const seen = <Shape extends object>(shape: { readonly [Name in keyof Shape]: Shape[Name] | undefined }): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape;
