import { createServer } from 'node:http';
import { createHandler } from 'graphql-sse/lib/use/http';
import { contextOf, listen, schema } from '../schema.mjs';

export const start = async () => {
  const handler = createHandler({ schema, context: request => contextOf(request.raw.headers) });
  const server = createServer((request, response) => handler(request, response).catch(() => response.destroy()));
  return { sse: `${await listen(server)}/graphql/stream` };
};
