// What tests ask of servers with sockets: what they have seen, and to cut, close or ping what is open.
import { contextOf } from './schema.mjs';

export const watch = clients => {
  const seen = { opened: 0, inits: 0, renewedInits: 0, subscribes: 0, completes: 0, pings: 0, pongs: 0, closes: [] };
  return {
    seen,
    /** Counts a socket and what it sends. */
    opened(socket) {
      seen.opened++;
      socket.on('message', data => {
        const { type, payload } = JSON.parse(String(data));
        if (type === 'connection_init' && JSON.stringify(payload ?? {}).includes('fresh'))
          seen.renewedInits++;
        const counter = { connection_init: 'inits', subscribe: 'subscribes', complete: 'completes', ping: 'pings', pong: 'pongs' }[type];
        if (counter)
          seen[counter]++;
      });
      socket.on('close', code => seen.closes.push(code));
    },
    /** Answers a path that tests use; undefined for others. */
    answer(path) {
      const [, verb, code] = path.split('/');
      const open = [...clients()].filter(socket => socket.readyState === socket.OPEN);
      if (verb === 'seen')
        return { ...seen, open: open.length };
      if (verb === 'cut')
        open.forEach(socket => socket.terminate());
      else if (verb === 'close')
        open.forEach(socket => socket.close(Number(code), 'as the test says'));
      else if (verb === 'ping')
        open.forEach(socket => socket.send('{"type":"ping","payload":{"from":"the server"}}'));
      else
        return undefined;
      return {};
    },
  };
};

/** Makes the resolvers' context of what connection_init holds. */
export const contextOfParams = params =>
  contextOf(Object.fromEntries(Object.entries(params?.headers ?? params ?? {}).map(([name, value]) => [name.toLowerCase(), value])));

export const isFresh = params => (params?.headers ?? params)?.Authorization === 'Bearer fresh';
