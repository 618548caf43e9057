// As the documentation of Apollo Server sets subscriptions up: Express, one HTTP server, graphql-ws beside it.
import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { contextOf, listen, schema } from '../schema.mjs';
import { contextOfParams, watch } from '../sockets.mjs';

const logger = { info() {}, warn() {}, error() {}, debug() {} };

export const start = async () => {
  const app = express();
  const httpServer = createServer(app);
  const sockets = new WebSocketServer({ server: httpServer, path: '/graphql' });
  const watched = watch(() => sockets.clients);
  sockets.on('connection', socket => watched.opened(socket));
  const cleanup = useServer({ schema, context: ({ connectionParams }) => contextOfParams(connectionParams) }, sockets);
  const server = new ApolloServer({
    schema,
    logger,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer }),
      { serverWillStart: async () => ({ drainServer: async () => { await cleanup.dispose(); } }) },
    ],
  });
  await server.start();
  app.use('/graphql', express.json(), expressMiddleware(server, { context: async ({ req }) => contextOf(req.headers) }));
  app.use((request, response) => {
    const answer = watched.answer(request.url);
    response.status(answer ? 200 : 404).json(answer ?? {});
  });
  return { 'apollo-ws': `${await listen(httpServer)}/graphql` };
};
