import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import QrCode from '@/components/QrCode';
import { readQrCode } from '../support/readQrCode';

const LINK = 'https://nights.example/#/join/K7QM-2F9X-HB4T';

/** Returns the side of a drawn code, and its dark squares as "x y". */
function draw(text: string) {
  const { container, unmount } = render(<QrCode text={text} label="QR" />);
  const side = Number(container.querySelector('svg')?.getAttribute('viewBox')?.split(' ')[2]);
  const path = container.querySelector('path')?.getAttribute('d') ?? '';
  unmount();
  const dark = new Set<string>();
  const left = path.replace(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g, (_run, x, y, width, back) => {
    expect(back).toBe(width);
    for (let i = 0; i < Number(width); i++) dark.add(`${Number(x) + i} ${y}`);
    return '';
  });
  expect(left).toBe('');
  return { side, dark };
}

/** Reads a drawn code as a camera would: inside its white margin of four modules. */
function read(text: string) {
  const { side, dark } = draw(text);
  return readQrCode(side - 8, (x, y) => dark.has(`${x + 4} ${y + 4}`));
}

it.each([
  ['the link of an invitation', LINK],
  ['that of a computer at home', 'http://192.168.1.20:4173/#/join/K7QM-2F9X-HB4T'],
  ['a code alone', 'K7QM-2F9X-HB4T'],
  ['a number', '0123456789'],
  ['a text in UTF-8', 'https://é.example/🌙'],
  ['a single letter', 'a'],
])('says %s to a camera', (_name, text) => {
  expect(read(text).text).toBe(text);
});

it('says any text of ASCII to a camera', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 80 }), (text) => {
      expect(read(text).text).toBe(text);
    }),
  );
});

it('stays readable if some of it is hidden', () => {
  // 53 characters are as many as the next smaller code takes with the least correction.
  expect(read('x'.repeat(53)).level).toBe('M');
});

it('has a white margin of four modules', () => {
  const { side, dark } = draw(LINK);
  const places = [...dark].flatMap((place) => place.split(' ').map(Number));
  expect(Math.min(...places)).toBe(4);
  expect(Math.max(...places)).toBe(side - 5);
});

it('is a picture with a name, black on white whatever the theme', () => {
  const { container } = render(<QrCode text={LINK} label="Code for the other phone" />);
  expect(screen.getByRole('img', { name: 'Code for the other phone' })).toBeVisible();
  const svg = container.querySelector('svg');
  const side = svg?.getAttribute('viewBox')?.split(' ')[2];
  expect(svg).toHaveAttribute('shape-rendering', 'crispEdges');
  const [ground, code] = container.querySelectorAll('svg > *');
  expect(ground?.outerHTML).toBe(`<rect width="${side}" height="${side}" fill="#fff"></rect>`);
  expect(code).toHaveAttribute('fill', '#000');
});

it('is another one when its text changes', () => {
  const { container, rerender } = render(<QrCode text={LINK} label="QR" />);
  const before = container.querySelector('path')?.getAttribute('d');
  rerender(<QrCode text={`${LINK}0`} label="QR" />);
  expect(container.querySelector('path')?.getAttribute('d')).not.toBe(before);
});
