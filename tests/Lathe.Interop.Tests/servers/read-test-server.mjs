// Asks a server with clients of others, and writes what each gives: one line of JSON a result.
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { createClient as createSocketClient } from 'graphql-ws';
import { createClient as createStreamClient } from 'graphql-sse';
import WebSocket from 'ws';

const endpoint = process.argv[2];
const headers = { authorization: 'Bearer k' };
const query = 'subscription Ticks { ticks(n: 3) { n text } }';
const show = (from, result) => console.log(JSON.stringify({ from, n: result.data?.ticks?.n ?? null, error: result.errors?.[0]?.message ?? null }));

const read = (from, client) => new Promise(resolve => client.subscribe({ query, operationName: 'Ticks' }, {
  next: result => show(from, result),
  error: error => { console.log(JSON.stringify({ from, n: null, error: error.code ? `${error.code} ${error.reason}` : String(error[0]?.message ?? error) })); resolve(); },
  complete: resolve,
}));

const sockets = key => createSocketClient({
  url: endpoint.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: key ? { authorization: `Bearer ${key}` } : {},
});
await read('graphql-ws', sockets('k'));
await read('graphql-ws without a key', sockets(null));
await read('graphql-sse', createStreamClient({ url: endpoint, headers, retryAttempts: 0 }));

const apollo = new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: endpoint, headers }) });
const answer = await apollo.query({ query: gql('query Machines { machines { name } }'), errorPolicy: 'all', fetchPolicy: 'no-cache' });
console.log(JSON.stringify({ from: 'Apollo Client', n: answer.data.machines.length, error: answer.error?.message ?? null }));
process.exit(0);
