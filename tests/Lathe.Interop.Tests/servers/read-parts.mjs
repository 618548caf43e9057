// Reads a subscription with Apollo Client, and writes what it gives: one line of JSON a result.
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';

const client = new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: process.argv[2] }) });
const query = gql('subscription Ticks { ticks(n: 3) { n text } }');
client.subscribe({ query, errorPolicy: 'all', fetchPolicy: 'no-cache' }).subscribe({
  next: ({ data, error }) => console.log(JSON.stringify({ n: data?.ticks?.n ?? null, error: error?.message ?? null })),
  error: error => console.log(JSON.stringify({ n: null, error: error.message })),
  complete: () => process.exit(0),
});
