import { createServer } from 'node:http';
import { GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { listen, schema } from '../schema.mjs';
import { contextOfParams, isFresh, watch } from '../sockets.mjs';

const serve = async (options = {}) => {
  const sockets = new WebSocketServer({ noServer: true });
  const watched = watch(() => sockets.clients);
  const server = createServer((request, response) => {
    const answer = watched.answer(request.url);
    response.statusCode = answer ? 200 : 404;
    response.end(JSON.stringify(answer ?? {}));
  });
  server.on('upgrade', (request, socket, head) => sockets.handleUpgrade(request, socket, head, open => sockets.emit('connection', open, request)));
  sockets.on('connection', socket => watched.opened(socket));
  useServer({ schema, context: ({ connectionParams }) => contextOfParams(connectionParams), ...options }, sockets);
  return `${await listen(server)}/graphql`;
};

const expired = new GraphQLError('The token has expired.', { extensions: { code: 'UNAUTHENTICATED' } });

export const start = async () => ({
  'graphql-ws': await serve(),
  'graphql-ws-killed': await serve(),
  // What the library itself closes with: 4403.
  'graphql-ws-forbids': await serve({ onConnect: ({ connectionParams }) => isFresh(connectionParams) }),
  'graphql-ws-unauthorized': await serve({
    onConnect: ({ connectionParams, extra }) => isFresh(connectionParams) || (extra.socket.close(4401, 'Unauthorized'), false),
  }),
  'graphql-ws-expires': await serve({ onSubscribe: ({ connectionParams }) => isFresh(connectionParams) ? undefined : [expired] }),
  'graphql-ws-slow': await serve({ onConnect: () => new Promise(() => {}), connectionInitWaitTimeout: 60_000 }),
});
