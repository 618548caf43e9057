import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { useAPQ } from '@graphql-yoga/plugin-apq';
import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import { useDeferStream } from '@graphql-yoga/plugin-defer-stream';
import { useGraphQLSSE } from '@graphql-yoga/plugin-graphql-sse';
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { contextOf, listen, schema } from '../schema.mjs';

const documents = new Map();

// The plug-in finds the id where the test client has it; its own default reads extensions.persistedQuery.
const byDocumentId = usePersistedOperations({
  getPersistedOperation: id => documents.get(id.replace(/^sha256:/, '')) ?? null,
  extractPersistedOperationId: params => params.documentId ?? null,
});

const byHash = usePersistedOperations({ getPersistedOperation: hash => documents.get(hash) ?? null });

// Tests tell the server its documents, as a deployment would from a manifest.
const store = {
  onRequest({ request, url, endResponse, fetchAPI }) {
    if (url.pathname !== '/documents')
      return undefined;
    return request.json().then(({ hash, text }) => {
      documents.set(hash, text);
      endResponse(new fetchAPI.Response(null, { status: 204 }));
    });
  },
};

const serve = async (plugins = []) => {
  const yoga = createYoga({
    schema, plugins, logging: false, maskedErrors: false, landingPage: false,
    context: ({ req, request }) => contextOf(req?.headers ?? Object.fromEntries(request.headers)),
  });
  return `${await listen(createServer(yoga))}/graphql`;
};

export const start = async () => ({
  yoga: await serve(),
  'yoga-apq': await serve([useAPQ()]),
  'yoga-persisted': await serve([store, byHash]),
  'yoga-documents': await serve([store, byDocumentId]),
  'yoga-csrf': await serve([useCSRFPrevention()]),
  'yoga-defer': await serve([useDeferStream()]),
  'yoga-sse': await serve([useGraphQLSSE()]),
});
