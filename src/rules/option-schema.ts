import type { JSONSchema } from '@typescript-eslint/utils';
import { kindNames } from '../analysis/kinds.js';
import type { OptionDeclaration, OptionDeclarations } from '../analysis/rule-options.js';

/** The JSON schema of a rule's single options object. */
export function toSchema(declarations: OptionDeclarations): [JSONSchema.JSONSchema4ObjectSchema] {
  const properties = Object.entries(declarations).map(([name, declaration]) => [name, toProperty(declaration)] as const);
  return [{ type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) }];
}

function toProperty({ description, type }: OptionDeclaration): JSONSchema.JSONSchema4 {
  return type === 'boolean'
    ? { type, description }
    : { type: 'array', description, uniqueItems: true, items: { type: 'string', enum: [...kindNames] } };
}
