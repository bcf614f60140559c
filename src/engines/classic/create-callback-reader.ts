import type ts from 'typescript';
import type { CallbackForm, Declared } from '../type-facts.js';

/** What is asked of types to tell a callback. */
export interface TypeNames {
  /** Whether TypeScript's own libraries declare a type, under a name. */
  readonly isDeclaredInLib: (type: ts.Type, name: string) => boolean;
  /** The names of a type, and of all that it extends and implements. */
  readonly namesOf: (type: ts.Type) => readonly Declared[];
}

/** Makes the question what a type takes first when it is called: an error, as callbacks in the manner of Node do, or something else. */
export function createCallbackReader(
  compiler: typeof ts,
  checker: ts.TypeChecker,
  { isDeclaredInLib, namesOf }: TypeNames,
): (type: ts.Type) => CallbackForm {
  const { TypeFlags } = compiler;
  const uncertain = TypeFlags.Any | TypeFlags.Unknown | TypeFlags.TypeParameter;
  return formOfType;

  function formOfType(type: ts.Type): CallbackForm {
    if ((type.flags & (TypeFlags.Any | TypeFlags.Unknown)) !== 0) return 'unknown';
    if (type.isUnion()) return mostTelling(type.types.map(formOfType));
    const constrained = checker.getBaseConstraintOfType(type);
    if (constrained && constrained !== type) return formOfType(constrained);
    const signatures = type.getCallSignatures();
    if (signatures.length > 0) return mostTelling(signatures.map(formOfSignature));
    return isDeclaredInLib(type, 'Function') || (type.flags & TypeFlags.TypeParameter) !== 0 ? 'unknown' : 'data';
  }

  function mostTelling(forms: readonly CallbackForm[]): CallbackForm {
    return (['errorFirst', 'unknown', 'resultFirst'] as const).find(one => forms.includes(one)) ?? 'data';
  }

  function formOfSignature(signature: ts.Signature): CallbackForm {
    const [first] = signature.getParameters();
    const type = first && typeOfFirst(first);
    if (!type) return 'unknown';
    const parts = type.isUnion() ? type.types : [type];
    if (parts.some(isError) || (isErrorName(first.name) && parts.every(mayBeError))) return 'errorFirst';
    return parts.some(part => (part.flags & uncertain) !== 0) ? 'unknown' : 'resultFirst';
  }

  /** What a function takes first: for a rest parameter, the first element of the tuple it is declared as. */
  function typeOfFirst(parameter: ts.Symbol): ts.Type | undefined {
    const type = checker.getTypeOfSymbol(parameter);
    const isRest = parameter.declarations?.some(
      declaration => compiler.isParameter(declaration) && declaration.dotDotDotToken !== undefined,
    );
    const element = isRest ? type.getProperty('0') : undefined;
    return isRest ? element && checker.getTypeOfSymbol(element) : type;
  }

  function isError(type: ts.Type): boolean {
    return namesOf(type).some(({ name, place }) => name === 'Error' && place.from === 'lib');
  }

  /** Whether what is called an error may be one: a text or a code that says what failed will do, an object that has no message will not. */
  function mayBeError(type: ts.Type): boolean {
    const isPlain =
      (type.flags &
        (uncertain | TypeFlags.StringLike | TypeFlags.NumberLike | TypeFlags.Null | TypeFlags.Undefined)) !==
      0;
    return isPlain || type.getProperty('message') !== undefined;
  }
}

/** Whether a parameter is named as an error is: `err`, `error`, `e`. */
function isErrorName(name: string): boolean {
  return /^_?e(?:rr(?:or)?)?$/i.test(name);
}
