// The stream that the documentation of Apollo Router describes, which no package of npm serves. Apollo Client reads it too: see read-parts.mjs.
import { createServer } from 'node:http';
import { listen } from '../schema.mjs';

const part = json => `content-type: application/json\r\n\r\n${JSON.stringify(json)}\r\n--graphql`;
const tick = n => part({ payload: { data: { ticks: { __typename: 'Tick', n, text: `tick ${n}` } } } });
const ends = {
  '/graphql': [tick(1), part({}), tick(2), `${tick(3)}--\r\n`],
  '/fails': [tick(1), `${part({ payload: null, errors: [{ message: 'The router fails.', extensions: { code: 'ROUTER' } }] })}--\r\n`],
  '/breaks': [tick(1), part({})],
};

export const start = async () => {
  const server = createServer(async (request, response) => {
    const accepts = request.headers.accept ?? '';
    if (!/multipart\/mixed;\s*(boundary="?graphql"?;\s*)?subscriptionSpec="?1\.0"?/.test(accepts)) {
      response.writeHead(406, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ errors: [{ message: `'accept' header must be multipart/mixed;subscriptionSpec=1.0, and is ${accepts}` }] }));
      return;
    }

    response.writeHead(200, { 'content-type': 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0' });
    response.write('\r\n--graphql\r\n');
    const pieces = ends[request.url];
    for (const [index, piece] of pieces.entries()) {
      response.write(index + 1 < pieces.length ? `${piece}\r\n` : piece);
      await new Promise(done => setTimeout(done, 20));
    }

    if (request.url === '/breaks')
      response.destroy();
    else
      response.end();
  });
  const origin = await listen(server);
  return { 'event-parts': `${origin}/graphql`, 'event-parts-fail': `${origin}/fails`, 'event-parts-break': `${origin}/breaks` };
};
