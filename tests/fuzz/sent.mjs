// Runs documents with fragment arguments in the reference implementation, which executes them as they are, and what is sent in their place; the data
// must be the same. Usage: node sent.mjs SCHEMA SENT, where each line of SENT has document, operation and sent.
import { readFileSync } from 'node:fs';
import {
  buildSchema, executeSync, getNamedType, isAbstractType, isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredInputField,
  parse, typeFromAST,
} from 'graphql';

const schema = buildSchema(readFileSync(process.argv[2], 'utf8'), { assumeValid: true });
const hash = text => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7);

// What a field gives depends on its name and its arguments, so that a wrong argument shows.
const give = (type, seed) => {
  if (isNonNullType(type))
    return give(type.ofType, seed);
  if (isListType(type))
    return [give(type.ofType, `${seed}0`), give(type.ofType, `${seed}1`)];
  if (isEnumType(type))
    return type.getValues()[hash(seed) % type.getValues().length].value;
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type);
    return { __typename: possible[hash(seed) % possible.length].name, seed };
  }
  switch (type.name) {
    case 'Int': return hash(seed);
    case 'Float': return hash(seed) / 4;
    case 'Boolean': return hash(seed) % 2 === 0;
    default: return type.getFields ? { seed } : seed;
  }
};
const fieldResolver = (source, args, _context, info) =>
  give(info.returnType, `${source?.seed ?? ''}/${info.fieldName}${JSON.stringify(args)}`);

const input = (type, full) => {
  if (isNonNullType(type))
    return input(type.ofType, full);
  if (isListType(type))
    return [input(type.ofType, full)];
  if (isEnumType(type))
    return type.getValues()[0].name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const wanted = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return Object.fromEntries(wanted.map(field => [field.name, input(field.type, full)]));
  }
  return { Int: 3, Float: 1.5, Boolean: true, ID: 'id', String: 'text' }[type.name] ?? 'any';
};

// All variables, those that must be given, and null for the others.
const variableSets = operation => ['all', 'required', 'null'].map(kind => Object.fromEntries((operation.variableDefinitions ?? []).flatMap(one => {
  const type = typeFromAST(schema, one.type);
  if (kind === 'all' || (isNonNullType(type) && !one.defaultValue))
    return [[one.variable.name.value, input(type, true)]];
  return kind === 'null' && !isNonNullType(type) ? [[one.variable.name.value, null]] : [];
})));

const without = (sent, original) => {
  if (Array.isArray(sent) && Array.isArray(original))
    return sent.map((item, index) => without(item, original[index]));
  if (sent === null || typeof sent !== 'object' || original === null || typeof original !== 'object')
    return sent;
  return Object.fromEntries(Object.entries(sent).filter(([key]) => key !== '__typename' || key in original).map(([key, value]) => [key, without(value, original[key])]));
};
const sorted = value => JSON.stringify(value, (_key, one) => one && typeof one === 'object' && !Array.isArray(one)
  ? Object.fromEntries(Object.entries(one).sort(([first], [second]) => (first < second ? -1 : 1))) : one);

let [runs, different] = [0, 0];
for (const line of readFileSync(process.argv[3], 'utf8').split('\n').filter(Boolean)) {
  const { document, operation: operationName, sent } = JSON.parse(line);
  const original = parse(document, { experimentalFragmentArguments: true });
  const operation = original.definitions.find(one => one.kind === 'OperationDefinition' && one.name?.value === operationName);
  if (operation.operation === 'subscription' || /@(defer|stream)\b/.test(document))
    continue;
  for (const variableValues of variableSets(operation)) {
    const run = text => executeSync({ schema, document: text, operationName, variableValues, fieldResolver });
    const [expected, actual] = [run(original), run(parse(sent))];
    runs++;
    if (sorted(expected.data) === sorted(without(actual.data, expected.data)) && !expected.errors === !actual.errors)
      continue;
    different++;
    if (different < 4)
      console.error(`${document}\n-- sent\n${sent}\n-- ${JSON.stringify(variableValues)}\n${sorted(expected)}\n${sorted(actual)}`);
  }
}
console.log(`fragment arguments: ${runs - different} of ${runs} runs of what is sent give the data of the document.`);
process.exit(different > 0 || runs === 0 ? 1 : 0);
