import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { transformWithOxc } from 'vite';
import { selfSigned } from './certificate.ts';
import { contentOf, documentOf, missing } from './document.ts';
import { iconFor } from './icons.ts';
import { lookAlikes } from './pages/index.ts';
import type { LookAlike, Visit } from './pages/page.ts';
import type { Change, World } from './world.ts';

export interface DemoServer {
  /** On 127.0.0.1, for TLS and plain HTTP alike, whatever host is asked for. */
  readonly port: number;
  /** Of the certificate's key, for `--ignore-certificate-errors-spki-list`. */
  readonly fingerprint: string;
  /** Every host name that was asked for, the look-alikes' own and foreign ones. */
  readonly contacted: ReadonlySet<string>;
  readonly close: () => Promise<void>;
}

export interface DemoServerOptions {
  readonly world: World;
  /** Milliseconds until content arrives that a page asks for after it is drawn. */
  readonly latency?: number;
}

/** Serves the three tools' look-alikes under their real host names, and takes note of everything else it is asked for. */
export const startDemoServer = async ({ world, latency = 150 }: DemoServerOptions): Promise<DemoServer> => {
  const contacted = new Set<string>();
  const { key, cert, fingerprint } = selfSigned(lookAlikes.map(({ host }) => host));
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    contacted.add(hostOf(request));
    void answerTo({ world, latency, request }).then(
      (answer) => send(response, answer),
      (bug: unknown) => send(response, { status: 500, type: 'text/plain', body: String(bug) }),
    );
  };
  const secure = createHttpsServer({ key, cert, SNICallback: noteName(contacted) }, listener);
  const plain = createHttpServer(listener);

  // One port for both: a TLS connection begins with the byte 0x16, a request in plain HTTP with a letter.
  const sockets = new Set<Socket>();
  const front = createSocketServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('readable', () => {
      const first: Buffer | null = socket.read(1);
      if (first === null) return;
      socket.unshift(first);
      (first[0] === 0x16 ? secure : plain).emit('connection', socket);
    });
  });
  await new Promise<void>((listening) => {
    front.listen(0, '127.0.0.1', listening);
  });

  return {
    port: (front.address() as AddressInfo).port,
    fingerprint,
    contacted,
    close: () =>
      new Promise((closed) => {
        front.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

/** Takes note of the name that a client asks for before it accepts the certificate. */
const noteName =
  (contacted: Set<string>) =>
  (name: string, done: (error: Error | null) => void): void => {
    contacted.add(name);
    done(null);
  };

const hostOf = (request: IncomingMessage): string => (request.headers.host ?? '').replace(/:\d+$/u, '');

interface Asked {
  readonly world: World;
  readonly latency: number;
  readonly request: IncomingMessage;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: { readonly [name: string]: string };
}

const answerTo = async ({ world, latency, request }: Asked): Promise<Answer> => {
  const lookAlike = lookAlikes.find(({ host }) => host === hostOf(request));
  if (lookAlike === undefined) return refusal(404, 'No such host in the demo world');
  const address = new URL(request.url ?? '/', `https://${lookAlike.host}`);

  if (address.pathname === '/') return { ...refusal(302, ''), headers: { location: lookAlike.start } };
  if (address.pathname === '/_demo/change') return change(world, request);
  if (address.pathname === '/favicon.ico') return refusal(204, '');
  const icon = iconFor(address.pathname);
  if (icon !== undefined) return { status: 200, type: 'image/svg+xml', body: icon.html };
  if (address.pathname.startsWith('/_demo/')) return file(address.pathname.slice('/_demo/'.length));

  const visit: Visit = {
    world,
    address,
    theme: themeOf(request, address),
    many: Math.min(Number(address.searchParams.get('many') ?? 0), 20_000),
  };
  const [asked, name = ''] = String(request.headers['x-demo'] ?? 'page').split(' ', 2);
  if (asked === 'page') return wholePage(lookAlike, visit);
  await later(latency);
  if (asked === 'late') return markup(lookAlike.late(visit, name)?.html ?? '');
  return data(
    asked === 'rows' ? rowsOf(lookAlike, visit, decodeURIComponent(name)) : contentOf(lookAlike.page(visit) ?? missing),
  );
};

/** What a page asks for after it is drawn takes a moment, as it does from the tools. */
const later = (milliseconds: number): Promise<void> =>
  new Promise((go) => {
    setTimeout(go, milliseconds);
  });

/** `?theme=dark` holds until the other one is asked for. */
const themeOf = (request: IncomingMessage, address: URL): Visit['theme'] => {
  const asked = address.searchParams.get('theme') ?? /demo_theme=(\w+)/u.exec(request.headers.cookie ?? '')?.[1];
  return asked === 'dark' ? 'dark' : 'light';
};

const wholePage = (lookAlike: LookAlike, visit: Visit): Answer => {
  const nonce = randomBytes(12).toString('base64');
  const page = lookAlike.page(visit) ?? missing;
  return {
    ...markup(documentOf(lookAlike, page, nonce), page.status),
    headers: {
      'content-security-policy': securityPolicy(nonce),
      'set-cookie': `demo_theme=${visit.theme}; Path=/; Secure; SameSite=Lax`,
    },
  };
};

/** As strict as GitHub's: nothing runs or loads that the page did not bring itself. */
const securityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "base-uri 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self' data:",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
  ].join('; ');

const rowsOf = (lookAlike: LookAlike, visit: Visit, name: string): readonly string[] =>
  (lookAlike.rows(visit, name) ?? []).map((row) => row.html);

/** A click on a page's own button. Only the look-alikes' own pages may ask. */
const change = async (world: World, request: IncomingMessage): Promise<Answer> => {
  if (request.method !== 'POST' || request.headers['sec-fetch-site'] !== 'same-origin') return refusal(403, 'No');
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const asked: { readonly ref: string; readonly change: Change } = JSON.parse(Buffer.concat(parts).toString());
  world.change(asked.ref, asked.change);
  return refusal(204, '');
};

/** The look-alikes' own script and styles. */
const file = async (name: string): Promise<Answer> => {
  if (name === 'client.js') return { status: 200, type: 'text/javascript', body: await clientScript() };
  const style = ['base.css', ...lookAlikes.map(({ tool }) => `${tool}.css`)].find((known) => known === name);
  if (style === undefined) return refusal(404, 'No such file');
  return { status: 200, type: 'text/css', body: readFileSync(pathOf(`pages/${style}`), 'utf8') };
};

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let compiled: Promise<string> | undefined;
const clientScript = (): Promise<string> => {
  const path = pathOf('client/client.ts');
  compiled ??= transformWithOxc(readFileSync(path, 'utf8'), path).then(({ code }) => code);
  return compiled;
};

const markup = (body: string, status = 200): Answer => ({ status, type: 'text/html', body });
const data = (body: unknown): Answer => ({ status: 200, type: 'application/json', body: JSON.stringify(body) });
const refusal = (status: number, body: string): Answer => ({ status, type: 'text/plain', body });

const send = (response: ServerResponse, { status, type, body, headers = {} }: Answer): void => {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    vary: 'x-demo',
    ...headers,
  });
  response.end(body);
};
