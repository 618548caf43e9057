// Grafast does what onError says (https://github.com/graphql/graphql-wg/blob/main/rfcs/OnError.md), over HTTP and graphql-transport-ws.
import { createServer } from 'node:http';
import { grafserv } from 'grafserv/node';
import { contextOf, listen, schema } from '../schema.mjs';

export const start = async () => {
  const server = createServer();
  await grafserv({
    schema,
    preset: {
      grafserv: { graphqlPath: '/graphql', graphiql: false, graphiqlOnGraphQLGET: false, websockets: true, maskError: error => error },
      grafast: { context: ({ node }) => contextOf(node?.req?.headers ?? {}) },
    },
  }).addTo(server);
  return { grafast: `${await listen(server)}/graphql` };
};
