import { kindNames } from '../kinds/kinds.js';
import { formerNamesOf } from './current-name.js';
import type { OptionDeclaration, OptionDeclarations } from './rule-options.js';

/** The JSON schemas that options need. */
type Schema =
  | { type: 'boolean'; description: string }
  | { type: 'string'; minLength?: number; enum?: string[] }
  | { type: 'array'; items: Schema; description?: string; uniqueItems?: boolean }
  | { anyOf: Schema[] }
  | ObjectSchema;

interface ObjectSchema {
  type: 'object';
  additionalProperties: false;
  properties: Record<string, Schema>;
  required?: string[];
}

/** The JSON schema of a rule's single options object. */
export function toSchema(declarations: OptionDeclarations): [ObjectSchema] {
  const properties = Object.entries(declarations).map(
    ([name, declaration]) => [name, toProperty(declaration)] as const,
  );
  return [{ type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) }];
}

function toProperty({ description, type }: OptionDeclaration): Schema {
  switch (type) {
    case 'boolean':
      return { type, description };
    case 'kinds':
      return {
        type: 'array',
        description,
        uniqueItems: true,
        items: { type: 'string', enum: [...kindNames, ...formerNamesOf('kind')] },
      };
    case 'specifiers':
      return { type: 'array', description, items: specifier };
  }
}

const name: Schema = { type: 'string', minLength: 1 };
const names: Schema = { anyOf: [name, { type: 'array', items: name }] };

/** A type or a value, as the settings name them, too. */
const specifier: Schema = {
  anyOf: [
    name,
    toObject('file', { path: { type: 'string' } }, []),
    toObject('lib', {}, []),
    toObject('package', { package: { type: 'string' } }, ['package']),
  ],
};

function toObject(from: string, properties: Record<string, Schema>, required: readonly string[]): ObjectSchema {
  return {
    type: 'object',
    additionalProperties: false,
    properties: { from: { type: 'string', enum: [from] }, name: names, ...properties },
    required: ['from', 'name', ...required],
  };
}
