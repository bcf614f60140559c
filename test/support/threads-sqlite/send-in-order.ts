import { once } from 'node:events';
import { connect } from 'node:net';

/** A request that is sent behind others on one connection. */
export interface PipelinedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: object;
}

/**
 * Sends requests on one connection, all at once, so that they arrive in their order and nobody waits for an answer. Gives
 * the answers' bodies in the same order.
 */
export async function sendInOrder(url: string, requests: readonly PipelinedRequest[]): Promise<readonly unknown[]> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    received += text;
  });
  socket.write(requests.map((request, index) => render(request, hostname, index === requests.length - 1)).join(''));
  await once(socket, 'end');
  return received
    .split(/(?=HTTP\/1\.1 \d{3} )/)
    .map(answer => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as unknown);
}

function render({ body, method, path }: PipelinedRequest, host: string, isLast: boolean): string {
  const text = JSON.stringify(body);
  const head = [
    `${method} ${path} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
  ];
  return `${[...head, ...(isLast ? ['connection: close'] : [])].join('\r\n')}\r\n\r\n${text}`;
}
