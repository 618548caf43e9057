// Servers that count points as Shopify documents it: extensions.cost.throttleStatus, and THROTTLED with status 200.
import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { contextOf, listen, schema } from '../schema.mjs';

const [maximumAvailable, restoreRate, requestedQueryCost] = [100, 400, 60];
const callers = new Map();

// Takes the points of a request, and gives what the answer says of them.
const charge = caller => {
  const now = Date.now();
  const known = callers.get(caller) ?? { left: maximumAvailable, at: now };
  const left = Math.min(maximumAvailable, known.left + (now - known.at) * restoreRate / 1000);
  const isThrottled = left < requestedQueryCost;
  const currentlyAvailable = isThrottled ? left : left - requestedQueryCost;
  callers.set(caller, { left: currentlyAvailable, at: now });
  const cost = { requestedQueryCost, actualQueryCost: isThrottled ? null : requestedQueryCost, throttleStatus: { maximumAvailable, currentlyAvailable, restoreRate } };
  return { isThrottled, cost };
};

const refusal = cost => ({ errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }], extensions: { cost } });

const yogaPlugin = {
  onExecute({ args, setResultAndStopExecution }) {
    const { isThrottled, cost } = charge(`yoga ${args.contextValue.header('x-caller')}`);
    if (isThrottled)
      setResultAndStopExecution(refusal(cost));
    return { onExecuteDone: ({ result, setResult }) => setResult({ ...result, extensions: { cost } }) };
  },
};

const apolloPlugin = {
  async requestDidStart() {
    let charged;
    return {
      async responseForOperation({ contextValue }) {
        charged = charge(`apollo ${contextValue.header('x-caller')}`);
        return charged.isThrottled
          ? { body: { kind: 'single', singleResult: refusal(charged.cost) }, http: { headers: new HeaderMap(), status: undefined } }
          : null;
      },
      async willSendResponse({ response }) {
        response.body.singleResult.extensions = { cost: charged.cost };
      },
    };
  },
};

export const start = async () => {
  const yoga = createYoga({ schema, plugins: [yogaPlugin], logging: false, maskedErrors: false, context: ({ req }) => contextOf(req.headers) });
  const { url } = await startStandaloneServer(
    new ApolloServer({ schema, plugins: [apolloPlugin], logger: { info() {}, warn() {}, error() {}, debug() {} } }),
    { listen: { port: 0, host: '127.0.0.1' }, context: async ({ req }) => contextOf(req.headers) });
  return { 'yoga-cost': `${await listen(createServer(yoga))}/graphql`, 'apollo-cost': url };
};
