// Sockets for pages: graphql-ws beside graphql-yoga at one address, and mercurius' own.
import { createServer } from 'node:http';
import Fastify from 'fastify';
import { createYoga } from 'graphql-yoga';
import { useServer } from 'graphql-ws/use/ws';
import mercurius from 'mercurius';
import { WebSocketServer } from 'ws';
import { contextOf, listen, schema } from '../schema.mjs';

const lowered = params => Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name.toLowerCase(), value]));

const graphqlWs = async () => {
  const server = createServer(createYoga({ schema, logging: false, landingPage: false, context: ({ req }) => contextOf(req.headers) }));
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  useServer({ schema, context: ({ connectionParams }) => contextOf(lowered(connectionParams)) }, sockets);
  return `${await listen(server)}/graphql`;
};

const mercuriusWs = async () => {
  const app = Fastify();
  app.register(mercurius, { schema, subscription: true });
  return `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
};

export const start = async () => ({ 'page-graphql-ws': await graphqlWs(), 'page-mercurius': await mercuriusWs() });
