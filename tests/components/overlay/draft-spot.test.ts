import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, covered, spotFor } from '../../../components/overlay/draft-spot.ts';

const size = { width: 320, height: 200 };
const window = { width: 1_400, height: 900 };
const box = (left: number, top: number, width: number, height: number): Box => ({ left, top, width, height });
const spot = (form: Box, fields: readonly Box[], title = box(form.left, form.top, form.width, 32)) => ({
  ...spotFor(size, window, { title, form, fields: [title, ...fields] }),
  ...size,
});

test('it stands right of the form, at the title’s height', () => {
  const form = box(300, 100, 600, 500);
  expect(spot(form, [box(300, 200, 600, 300)])).toMatchObject({ left: 916, top: 100 });
});

test('where something stands there, left of it', () => {
  const form = box(400, 100, 600, 500);
  expect(spot(form, [box(1_050, 90, 300, 400)])).toMatchObject({ left: 64, top: 100 });
});

test('a form as wide as the window leaves a corner', () => {
  const form = box(0, 0, 1_400, 900);
  const title = box(20, 40, 1_360, 32);
  expect(spot(form, [box(20, 120, 1_360, 300)], title)).toMatchObject({ left: 1_064, top: 684 });
  // A button in that corner.
  expect(spot(form, [box(20, 120, 1_360, 300), box(1_200, 840, 100, 32)], title)).toMatchObject({ left: 16, top: 684 });
});

test('[Q2] it is within the window, and covers no field where one of its places is free', () => {
  const boxes = fc.record({
    left: fc.integer({ min: 0, max: 1_300 }),
    top: fc.integer({ min: 0, max: 850 }),
    width: fc.integer({ min: 1, max: 900 }),
    height: fc.integer({ min: 1, max: 500 }),
  });
  fc.assert(
    fc.property(boxes, fc.array(boxes, { maxLength: 6 }), (form, fields) => {
      const stood = spot(form, fields);
      const all = [box(form.left, form.top, form.width, 32), ...fields];
      expect(stood.left).toBeGreaterThanOrEqual(0);
      expect(stood.top).toBeGreaterThanOrEqual(0);
      expect(stood.left + size.width).toBeLessThanOrEqual(window.width);
      expect(stood.top + size.height).toBeLessThanOrEqual(window.height);
      const corners = [
        box(1_064, 684, 320, 200),
        box(16, 684, 320, 200),
        box(1_064, 16, 320, 200),
        box(16, 16, 320, 200),
      ];
      if (corners.some((corner) => covered(corner, all) === 0)) expect(covered(stood, all)).toBe(0);
    }),
  );
});

test('in a window that is smaller than it, it begins at the edge', () => {
  const form = box(0, 0, 200, 100);
  expect(spotFor(size, { width: 200, height: 150 }, { title: form, form, fields: [] })).toMatchObject({
    left: 16,
    top: 16,
  });
});
