import { expect, test } from 'vitest';
import { createHosts } from '../../../components/overlay/host.ts';
import { newWindow } from './stage.ts';

const start = () => {
  const window = newWindow();
  const document = window.document as unknown as Document;
  return { document, hosts: createHosts(document) };
};

test('[T5] the page finds an element without a root, and nothing of what is in it', () => {
  const { document, hosts } = start();
  const host = hosts.create('display:block!important');
  host.inside.append('a secret of another tool');
  document.body.append(host.element);
  expect(document.querySelector('body > span')?.shadowRoot).toBeNull();
  expect(document.documentElement.outerHTML).toContain('<span></span>');
  expect(document.documentElement.outerHTML).not.toContain('secret');
  expect(document.documentElement.textContent).not.toContain('secret');
});

test('[T11] it carries no attribute', () => {
  const host = start().hosts.create('display:block!important');
  expect(host.element.attributes).toHaveLength(0);
});

test('[T6] knows what it put in and took out itself from what the page took out', () => {
  const { document, hosts } = start();
  const host = hosts.create('');
  document.body.append(host.element);
  expect(hosts.isOurs(host.element)).toBe(true);
  expect(hosts.isOurs(document.createElement('abcde-fghij'))).toBe(false);
  document.body.removeChild(host.element);
  expect(hosts.isOurs(host.element)).toBe(false);
  document.body.append(host.element);
  host.remove();
  expect(hosts.isOurs(host.element)).toBe(true);
});

test('a change of theme reaches what stands and what comes', () => {
  const { hosts } = start();
  const before = hosts.create('');
  expect(before.inside.dataset['theme']).toBe('light');
  hosts.setTheme('dark');
  expect(before.inside.dataset['theme']).toBe('dark');
  expect(hosts.create('').inside.dataset['theme']).toBe('dark');
});
