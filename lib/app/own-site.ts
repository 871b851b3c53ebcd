import { type Hosts, isServedBy } from '../core/hosts.ts';
import type { Site } from '../core/key.ts';

/**
 * The self-hosted site that an address leads to: what the tool itself makes of it where the address alone tells (a
 * context path), else its host. Undefined: no address of the web, or one of the tool's own hosts, which work already.
 */
export const ownSiteAt = (tools: readonly Hosts[], id: string, text: string): Site | undefined => {
  const spoken = text.trim();
  const hasScheme = /^https?:\/\//iu.test(spoken);
  const written = hasScheme ? spoken : `https://${spoken}`;
  const tool = tools.find((one) => one.id === id);
  if (tool === undefined || !URL.canParse(written)) return undefined;
  const address = new URL(written);
  // One word is a host only where it is written as an address: `http://jira/browse/PAY-1`.
  const isHost = hasScheme || address.hostname.includes('.');
  if (!isHost || address.username !== '' || address.password !== '') return undefined;
  if (address.hostname.endsWith('.') || isServedBy(tool, address)) return undefined;
  return { tool: id, site: tool.site(address, []) ?? address.host };
};
