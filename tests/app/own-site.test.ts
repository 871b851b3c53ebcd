import { describe, expect, test } from 'vitest';
import { ownSiteAt } from '../../lib/app/own-site.ts';
import { tools } from '../../lib/tools/index.ts';

describe('a self-hosted site from any address of it', () => {
  test.each([
    ['jira', 'https://jira.corp.example/browse/PAY-1', 'jira.corp.example'],
    ['jira', 'https://corp.example:8443/jira/browse/PAY-1', 'corp.example:8443/jira'],
    ['jira', ' jira.corp.example ', 'jira.corp.example'],
    ['jira', 'http://jira/browse/PAY-1', 'jira'],
    ['github', 'git.corp.example/acme/api/pull/3', 'git.corp.example'],
    ['github', 'HTTPS://Git.Corp.Example', 'git.corp.example'],
  ])('%s at %s', (tool, address, site) => {
    expect(ownSiteAt(tools, tool, address)).toEqual({ tool, site });
  });

  test.each([
    ['nothing', 'jira', ''],
    ['one word', 'jira', 'jira'],
    ['no address of the web', 'jira', 'file:///etc/passwd'],
    ['a script', 'jira', 'javascript:alert(1)'],
    ['a password in it', 'jira', 'https://dana:secret@jira.corp.example/'],
    ['a name in it', 'jira', 'https://acme.atlassian.net@evil.example/'],
    ['a host of the tool', 'jira', 'https://acme.atlassian.net/browse/PAY-1'],
    ['a host of the tool, without the scheme', 'github', 'github.com/acme/api'],
    ['the site of a tool that is one everywhere', 'asana', 'https://app.asana.com/0/1/2'],
    ['a tool that is none', 'linear', 'https://linear.app/acme'],
  ])('%s is none', (_what, tool, address) => {
    expect(ownSiteAt(tools, tool, address)).toBeUndefined();
  });
});
