import type { Listed, Page } from '../reader.ts';
import { cloudRows } from './cloud-rows.ts';
import { fullContentRows } from './full-content.ts';
import { isWritten } from './hooks.ts';
import { serverRows } from './server-rows.ts';
import type { RowVariant } from './variant.ts';

const variants = [...cloudRows, ...serverRows, ...fullContentRows];

export const rows = variants.map((variant) => variant.rows).join(', ');

/** What a row says. Undefined for what people wrote in the dress of a row, and for parts of rows and frames around them. */
export const row = (page: Page, element: Element): Listed | undefined => {
  const variant = variants.find((one) => page.dom.matches(element, one.rows));
  if (variant === undefined || isWritten(page.dom, element) || !isWhole(page, element, variant)) return undefined;
  return variant.read(page, element);
};

const isWhole = ({ dom }: Page, element: Element, { partOf, frameOf }: RowVariant): boolean => {
  const outside = dom.parent(element);
  const isPart = partOf !== undefined && outside !== undefined && dom.closest(outside, partOf) !== undefined;
  return !isPart && (frameOf === undefined || dom.first(frameOf, element) === undefined);
};
