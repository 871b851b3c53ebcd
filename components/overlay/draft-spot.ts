/** A place on the screen; pixels within the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels to the window's edges, and to what it stands beside. */
const edge = 16;

const overlap = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left)) *
  Math.max(0, Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top));

/** How much of these it covers; square pixels. */
export const covered = (box: Box, fields: readonly Box[]): number =>
  fields.reduce((sum, field) => sum + overlap(box, field), 0);

/**
 * Where a box of this size stands so that it covers no field: beside the form at the title's height, else in a corner;
 * where there is no such place, where it covers least.
 */
export const spotFor = (
  { width, height }: Pick<Box, 'width' | 'height'>,
  window: Pick<Box, 'width' | 'height'>,
  { title, form, fields }: { readonly title: Box; readonly form: Box; readonly fields: readonly Box[] },
): Pick<Box, 'left' | 'top'> => {
  const bottom = Math.max(edge, window.height - height - edge);
  const right = Math.max(edge, window.width - width - edge);
  const beside = Math.min(Math.max(edge, title.top), bottom);
  const spots: readonly Box[] = [
    [form.left + form.width + edge, beside],
    [form.left - width - edge, beside],
    [right, bottom],
    [edge, bottom],
    [right, edge],
    [edge, edge],
  ].map(([left = 0, top = 0]) => ({ left, top, width, height }));
  const inside = spots.filter(({ left }) => left >= edge && left <= right);
  const [first, ...others] = inside.length === 0 ? spots.slice(2) : inside;
  return others.reduce(
    (best, spot) => (covered(spot, fields) < covered(best, fields) ? spot : best),
    first ?? { left: edge, top: edge, width, height },
  );
};
