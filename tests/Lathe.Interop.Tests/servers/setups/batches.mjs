import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import Fastify from 'fastify';
import { createYoga } from 'graphql-yoga';
import mercurius from 'mercurius';
import { contextOf, listen, schema } from '../schema.mjs';

const logger = { info() {}, warn() {}, error() {}, debug() {} };

const apollo = async () => {
  const { url } = await startStandaloneServer(new ApolloServer({ schema, logger, allowBatchedHttpRequests: true }), {
    listen: { port: 0, host: '127.0.0.1' },
    context: async ({ req }) => contextOf(req.headers),
  });
  return url;
};

const yoga = async batching => {
  const server = createYoga({
    schema, batching, logging: false, maskedErrors: false, landingPage: false, context: ({ req }) => contextOf(req.headers),
  });
  return `${await listen(createServer(server))}/graphql`;
};

const mercury = async () => {
  const app = Fastify();
  app.register(mercurius, { schema, allowBatchedQueries: true, context: request => contextOf(request.headers) });
  return `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
};

export const start = async () => ({
  'apollo-batches': await apollo(),
  'yoga-batches': await yoga(true),
  'yoga-batches-of-2': await yoga({ limit: 2 }),
  'mercurius-batches': await mercury(),
});
