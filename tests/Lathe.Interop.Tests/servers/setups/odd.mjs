// Servers whose answers a proxy, a gateway or a setting has changed: other media types, errors as strings, an array for one response.
import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { contextOf, listen, schema } from '../schema.mjs';

const yoga = async plugin => {
  const server = createYoga({ schema, plugins: [plugin], logging: false, maskedErrors: false, context: ({ req }) => contextOf(req.headers) });
  return `${await listen(createServer(server))}/graphql`;
};

const apollo = async options => {
  const server = new ApolloServer({ schema, logger: { info() {}, warn() {}, error() {}, debug() {} }, ...options });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async ({ req }) => contextOf(req.headers),
  });
  return url;
};

const fastify = async change => {
  const app = Fastify();
  app.register(mercurius, { schema, context: request => contextOf(request.headers) });
  app.addHook('onSend', async (_, reply, payload) => change(reply, payload));
  return `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
};

const withType = type => ({
  async requestDidStart() {
    return { async willSendResponse({ response }) { response.http.headers.set('content-type', type); } };
  },
});

export const start = async () => ({
  'yoga-text-plain': await yoga({
    async onResponse({ response, setResponse, fetchAPI }) {
      setResponse(new fetchAPI.Response(await response.text(), { headers: { 'content-type': 'text/plain; charset=utf-8' } }));
    },
  }),
  'apollo-graphql-json': await apollo({ plugins: [withType('application/graphql+json')] }),
  'mercurius-text-json': await fastify((reply, payload) => { reply.header('content-type', 'text/json'); return payload; }),
  'mercurius-array': await fastify((_, payload) => `[${payload}]`),
  'apollo-string-errors': await apollo({ formatError: error => error.message }),
});
