import Fastify from 'fastify';
import mercurius from 'mercurius';
import { contextOf, schema } from '../schema.mjs';

const serve = async options => {
  const app = Fastify();
  app.register(mercurius, { schema, context: request => contextOf(request.headers), ...options });
  return `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
};

// Fastify takes the method QUERY once it is told to; mercurius has no route for it.
const serveQuery = async () => {
  const app = Fastify();
  app.addHttpMethod('QUERY', { hasBody: true });
  app.register(mercurius, { schema, routes: false });
  app.route({
    method: 'QUERY', url: '/graphql',
    handler: ({ body }, reply) => reply.graphql(body.query, null, body.variables, body.operationName),
  });
  return `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
};

export const start = async () => ({
  mercurius: await serve({}),
  'fastify-query': await serveQuery(),
  'mercurius-apq': await serve({ persistedQueryProvider: mercurius.persistedQueryDefaults.automatic() }),
});
