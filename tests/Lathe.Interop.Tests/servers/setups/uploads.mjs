// Apollo Server behind Express with graphql-upload, as its documentation has it. graphql-yoga takes files as it comes.
import { createServer } from 'node:http';
import express from 'express';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import graphqlUploadExpress from 'graphql-upload/graphqlUploadExpress.mjs';
import { contextOf, listen, schema } from '../schema.mjs';

export const start = async () => {
  const server = new ApolloServer({ schema, logger: { info() {}, warn() {}, error() {}, debug() {} } });
  await server.start();
  const app = express();
  app.use('/graphql', express.json(), graphqlUploadExpress(), expressMiddleware(server, { context: async ({ req }) => contextOf(req.headers) }));
  return { 'apollo-upload': `${await listen(createServer(app))}/graphql` };
};
