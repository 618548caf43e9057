// Rewrites a workload to relay-compiler's rules, its meaning unchanged: relay-sources.mjs WORKLOAD-FOLDER PROJECT-FOLDER.
// Relay reads documents from program text, here a module a definition; an operation is named after its module and its kind, a fragment
// after its module and a property. Fields that a schema defines twice, as GitHub's does, stay once.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print, visit } from 'graphql';

const [workload, project] = process.argv.slice(2);
const read = (...path) => parse(readFileSync(join(workload, ...path), 'utf8'));
const renamed = (node, value) => ({ ...node, name: { ...node.name, value } });

const once = (node) => ({ ...node, fields: node.fields?.filter((field, i, all) => all.findIndex((other) => other.name.value === field.name.value) === i) });
writeFileSync(join(project, 'schema.graphql'), print(visit(read('schema.graphql'), { ObjectTypeDefinition: once })));

const suffix = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };
const fragment = (node) => renamed(node, `Fragment${node.name.value.replaceAll('_', '')}_data`);
mkdirSync(join(project, 'src'));
readdirSync(join(workload, 'operations')).filter((name) => name.endsWith('.graphql')).sort()
  .flatMap((name) => read('operations', name).definitions)
  .forEach((definition, i) => {
    const module = definition.kind === 'FragmentDefinition' ? fragment(definition).name.value.split('_')[0] : `Operation${i}`;
    const text = print(visit(definition, {
      OperationDefinition: (node) => renamed(node, module + suffix[node.operation]),
      FragmentDefinition: fragment,
      FragmentSpread: fragment,
    }));
    writeFileSync(join(project, 'src', `${module}.ts`), `import { graphql } from 'react-relay';\ngraphql\`\n${text.replace(/[\\`]/g, '\\$&')}\n\`;\n`);
  });
