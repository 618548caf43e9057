import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { contextOf, schema } from '../schema.mjs';

const logger = { info() {}, warn() {}, error() {}, debug() {} };

const serve = async options => {
  const { url } = await startStandaloneServer(new ApolloServer({ schema, logger, ...options }), {
    listen: { port: 0, host: '127.0.0.1' },
    context: async ({ req }) => contextOf(req.headers),
  });
  return url;
};

export const start = async () => ({
  apollo: await serve({}),
  'apollo-no-apq': await serve({ persistedQueries: false }),
});
