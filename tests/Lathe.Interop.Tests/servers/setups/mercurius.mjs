import Fastify from 'fastify';
import mercurius from 'mercurius';
import { contextOf, schema } from '../schema.mjs';

const serve = async options => {
  const app = Fastify();
  app.register(mercurius, { schema, context: request => contextOf(request.headers), ...options });
  return `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
};

export const start = async () => ({
  mercurius: await serve({}),
  'mercurius-apq': await serve({ persistedQueryProvider: mercurius.persistedQueryDefaults.automatic() }),
});
