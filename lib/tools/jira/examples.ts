import type { AddressExample } from '../tool.ts';

/** Addresses with the item that each names, without any known site. */
export const examples: readonly AddressExample[] = [
  { address: 'https://acme.atlassian.net/browse/PAY-7', key: 'jira:acme.atlassian.net:PAY-7' },
  { address: 'https://acme.atlassian.net/browse/pay-7', key: 'jira:acme.atlassian.net:PAY-7' },
  { address: 'https://acme.atlassian.net/browse/PAY-7/', key: 'jira:acme.atlassian.net:PAY-7' },
  {
    address: 'https://acme.atlassian.net/browse/PAY-7?focusedCommentId=9#comment-9',
    key: 'jira:acme.atlassian.net:PAY-7',
  },
  { address: 'https://acme.atlassian.net/browse/R2D2_X-1', key: 'jira:acme.atlassian.net:R2D2_X-1' },
  { address: 'https://acme.atlassian.net/jira/browse/PAY-7', key: 'jira:acme.atlassian.net:PAY-7' },
  { address: 'https://acme.atlassian.net/issues/PAY-7?jql=project%20%3D%20PAY', key: 'jira:acme.atlassian.net:PAY-7' },
  { address: 'https://acme.atlassian.net/projects/PAY/issues/PAY-7', key: 'jira:acme.atlassian.net:PAY-7' },
  {
    address: 'https://acme.atlassian.net/jira/software/c/projects/PAY/issues/PAY-7?jql=text%20~%20x',
    key: 'jira:acme.atlassian.net:PAY-7',
  },
  {
    address: 'https://acme.atlassian.net/jira/software/c/projects/PAY/boards/3/backlog?selectedIssue=PAY-7',
    key: 'jira:acme.atlassian.net:PAY-7',
  },
  {
    address: 'https://acme.atlassian.net/jira/core/projects/OPS/board?selectedIssue=OPS-4',
    key: 'jira:acme.atlassian.net:OPS-4',
  },
  {
    address: 'https://acme.atlassian.net/jira/servicedesk/projects/SD/queues/custom/3/SD-40',
    key: 'jira:acme.atlassian.net:SD-40',
  },
  { address: 'https://acme.atlassian.net/servicedesk/customer/portal/2/SD-40', key: 'jira:acme.atlassian.net:SD-40' },
  { address: 'https://jira.corp.example/browse/PAY-7', key: 'jira:jira.corp.example:PAY-7' },
  { address: 'http://jira.corp.example:8080/browse/PAY-7', key: 'jira:jira.corp.example:8080:PAY-7' },
  { address: 'https://corp.example/tracker/browse/PAY-7', key: 'jira:corp.example/tracker:PAY-7' },
  { address: 'https://corp.example/jira/projects/PAY/issues/PAY-7', key: 'jira:corp.example/jira:PAY-7' },
  { address: 'https://corp.example/jira/servicedesk/customer/portal/2/SD-40', key: 'jira:corp.example/jira:SD-40' },
  {
    address: 'https://corp.example/jira/secure/RapidBoard.jspa?rapidView=7&view=detail&selectedIssue=PAY-7',
    key: 'jira:corp.example/jira:PAY-7',
  },
  { address: 'https://acme.atlassian.net/browse/PAY', key: null },
  { address: 'https://acme.atlassian.net/browse/PAY-0', key: null },
  { address: 'https://acme.atlassian.net/browse/PAY-07', key: null },
  { address: 'https://acme.atlassian.net/browse/2FA-7', key: null },
  { address: 'https://acme.atlassian.net/browse/PAY-7/PAY-8', key: null },
  { address: 'https://acme.atlassian.net/wiki/spaces/PAY/pages/1/PAY-7', key: null },
  { address: 'https://acme.atlassian.net/wiki/browse/PAY-7', key: null },
  { address: 'https://acme.atlassian.net/jira/for-you', key: null },
  { address: 'https://acme.atlassian.net/issues/?jql=key%20%3D%20PAY-7', key: null },
  { address: 'https://acme.atlassian.net/jira/software/c/projects/PAY/boards/3?selectedIssue=PAY', key: null },
  { address: 'https://corp.example/issues/PAY-7', key: null },
  { address: 'https://corp.example/projects/WEB/issues/PAY-7', key: null },
  { address: 'https://corp.example/search?selectedIssue=PAY-7', key: null },
  { address: 'https://git.corp.example/projects/PAY/repos/api/browse/PAY-7', key: null },
  { address: 'https://github.com/browse/PAY-7', key: null },
  { address: 'https://tenant.ghe.com/browse/PAY-7', key: null },
  { address: 'https://app.asana.com/browse/PAY-7', key: null },
];
