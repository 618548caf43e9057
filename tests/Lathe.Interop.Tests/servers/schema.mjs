// The schema that every server here serves, and the context that its resolvers expect: header(name).
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createSchema } from 'graphql-yoga';
import { GraphQLError, GraphQLScalarType } from 'graphql';
import { connectionFromArray } from 'graphql-relay';
import { resolvers as scalars } from 'graphql-scalars';

const parts = Array.from({ length: 23 }, (_, index) => ({ id: `p${index + 1}` }));
const machine = number => ({ id: `m${number}`, name: `Lathe ${number} ü` });

// graphql-yoga gives a File, graphql-upload a promise of a stream.
const received = async (value, title) => {
  const file = await (value.promise ?? value);
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of file.createReadStream?.() ?? file.stream()) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { name: file.filename ?? file.name, type: file.mimetype ?? file.type, size, sha256: hash.digest('hex'), title };
};

const filesOf = ({ files, inner }) => [...files, ...(inner ? filesOf(inner) : [])];

const resolvers = {
  Upload: new GraphQLScalarType({ name: 'Upload', parseValue: value => value }),
  BigInt: scalars.BigInt,
  DateTime: scalars.DateTime,
  JSON: scalars.JSON,
  Long: scalars.Long,
  Query: {
    hello: (_, { name }) => `Hello ${name}`,
    machines: (_, { first }) => Array.from({ length: first }, (_, index) => machine(index + 1)),
    echoBig: (_, { value }) => value,
    echoLong: (_, { value }) => value,
    echoTime: (_, { value }) => value,
    header: (_, { name }, context) => context.header(name) ?? null,
    partial: () => ({ good: 'yes' }),
    parts: (_, args) => connectionFromArray(parts, args),
    shelf: () => [1, 2, 3, 4].map(number => ({ number })),
    fails: () => { throw new GraphQLError('It fails.', { extensions: { code: 'OOPS' } }); },
  },
  Machine: {
    slowName: async ({ name }) => { await wait(20); return `slow ${name}`; },
  },
  Part: {
    note: ({ id }) => { if (id === 'p13') throw new GraphQLError('No note.'); return `note of ${id}`; },
  },
  Crate: {
    id: ({ number }) => `c${number}`,
    weight: ({ number }) => {
      if (number % 2 === 0)
        throw new GraphQLError(`Crate ${number} was not weighed.`, { extensions: { code: 'SCALES' } });
      return number * 10;
    },
    label: ({ number }) => {
      if (number === 3)
        throw new GraphQLError('The label of crate 3 is gone.');
      return number === 1 ? null : `crate ${number}`;
    },
  },
  Partial: {
    bad: () => { throw new GraphQLError('One field fails.', { extensions: { code: 'ONE' } }); },
  },
  Mutation: {
    rename: (_, { id, name }) => ({ id, name }),
    upload: (_, { file, title }) => received(file, title),
    uploadParts: (_, { input }) => Promise.all(filesOf(input).map(file => received(file))),
  },
  Subscription: {
    ticks: {
      async *subscribe(_, { n, delayMs }) {
        for (let index = 1; index <= n; index++) {
          await wait(delayMs);
          yield { ticks: { n: index, text: `tick ${index}: "ü"\n` } };
        }
      },
    },
    crates: {
      async *subscribe() {
        for (const number of [1, 2])
          yield { crates: { number } };
      },
    },
    failsAfter: {
      async *subscribe(_, { n }) {
        for (let index = 1; index <= n; index++)
          yield { failsAfter: index };
        throw new GraphQLError('It fails after a while.', { extensions: { code: 'LATER' } });
      },
    },
    silent: {
      async *subscribe() {
        yield { silent: 1 };
        await wait(600_000, undefined, { ref: false });
      },
    },
  },
};

export const schema = createSchema({ typeDefs: readFileSync(new URL('shop.graphql', import.meta.url), 'utf8'), resolvers });

/** Listens on a free port of loopback and gives the origin. */
export const listen = async server => {
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${server.address().port}`;
};

/** Makes the resolvers' context of headers as node gives them. */
export const contextOf = headers => ({ header: name => headers[name.toLowerCase()] });
