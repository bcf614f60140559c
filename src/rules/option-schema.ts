import type { JSONSchema } from '@typescript-eslint/utils';
import { kindNames } from '../analysis/kinds.js';
import type { OptionDeclaration, OptionDeclarations } from '../analysis/rule-options.js';

/** The JSON schema of a rule's single options object. */
export function toSchema(declarations: OptionDeclarations): [JSONSchema.JSONSchema4ObjectSchema] {
  const properties = Object.entries(declarations).map(([name, declaration]) => [name, toProperty(declaration)] as const);
  return [{ type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) }];
}

function toProperty({ description, type }: OptionDeclaration): JSONSchema.JSONSchema4 {
  switch (type) {
    case 'boolean':
      return { type, description };
    case 'kinds':
      return { type: 'array', description, uniqueItems: true, items: { type: 'string', enum: [...kindNames] } };
    case 'specifiers':
      return { type: 'array', description, items: specifier };
  }
}

const name: JSONSchema.JSONSchema4 = { type: 'string', minLength: 1 };
const names: JSONSchema.JSONSchema4 = { anyOf: [name, { type: 'array', items: name }] };

/** A type or a value, as the settings name them, too. */
const specifier: JSONSchema.JSONSchema4 = {
  anyOf: [
    name,
    toObject('file', { path: { type: 'string' } }, []),
    toObject('lib', {}, []),
    toObject('package', { package: { type: 'string' } }, ['package']),
  ],
};

function toObject(from: string, properties: Record<string, JSONSchema.JSONSchema4>, required: readonly string[]): JSONSchema.JSONSchema4 {
  return { type: 'object', additionalProperties: false, properties: { from: { type: 'string', enum: [from] }, name: names, ...properties }, required: ['from', 'name', ...required] };
}
