// mercurius speaks graphql-transport-ws with code of its own.
import websocket from '@fastify/websocket';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { contextOf, schema } from '../schema.mjs';
import { contextOfParams, isFresh, watch } from '../sockets.mjs';

const headerOf = (payload, name) => contextOfParams(payload).header(name);

const serve = async (options = {}) => {
  const app = Fastify();
  const watched = watch(() => app.websocketServer.clients);
  // Its sockets can be watched only where the plugin is registered before it.
  await app.register(websocket, { options: { maxPayload: 1_048_576 } });
  app.websocketServer.on('connection', socket => watched.opened(socket));
  app.register(mercurius, {
    schema,
    context: request => contextOf(request.headers),
    // The payload of connection_init becomes a member of the context.
    subscription: { fullWsTransport: true, context: () => ({ header(name) { return headerOf(this._connectionInit, name); } }), ...options },
  });
  app.get('/:verb/:code?', async (request, reply) => watched.answer(request.url) ?? reply.code(404).send({}));
  return `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
};

export const start = async () => ({
  'mercurius-ws': await serve(),
  'mercurius-ws-killed': await serve(),
  // It says connection_error and closes.
  'mercurius-ws-forbids': await serve({ onConnect: ({ payload }) => isFresh(payload) }),
});
