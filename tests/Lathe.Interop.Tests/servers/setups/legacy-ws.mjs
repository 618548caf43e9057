// The older protocol, which is called graphql-ws too.
import { createServer } from 'node:http';
import { execute, subscribe } from 'graphql';
import transport from 'subscriptions-transport-ws';
import { listen, schema } from '../schema.mjs';

export const start = async () => {
  const server = createServer((_, response) => { response.statusCode = 404; response.end(); });
  transport.SubscriptionServer.create({ schema, execute, subscribe }, { server, path: '/graphql' });
  return { 'legacy-ws': `${await listen(server)}/graphql` };
};
