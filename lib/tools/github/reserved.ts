import { wordSet } from '../../core/word-set.ts';

/**
 * First path segments that are GitHub's own pages, so that `/settings/tokens/…` is no repository. Not the whole list
 * (npm github-reserved-names has it): the ones under which three-part addresses exist or can.
 */
export const reservedOwners: ReadonlySet<string> = wordSet(`
  about account admin advisories api apps assets blog business codespaces collections contact copilot
  customer-stories dashboard discussions enterprise enterprises events explore features github-copilot issues join
  login logout marketplace mobile new notifications organizations orgs pricing projects pulls readme repos search
  security sessions settings site sponsors stafftools stars team teams topics trending users watching wiki
`);
