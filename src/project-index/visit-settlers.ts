import type ts from 'typescript';
import { textOfName } from '../syntax/declared-names.js';
import { isSettlersName } from '../syntax/is-settlers-name.js';
import { lastWord } from '../syntax/name-of-call.js';
import { unwrap } from '../syntax/unwrap.js';
import type { Visitor } from './visitor.js';

/**
 * The names by which a file may settle a promise that it makes: the parameters of a function that `new` is given, `resolve`
 * and `reject` as members of something, and what stands for one of these.
 */
export const settlersVisitor: Visitor<ReadonlySet<string>> = {
  begin(_, syntax) {
    const names = new Set<string>();
    const aliases = new Map<string, Set<string>>();
    return {
      on: {
        NewExpression({ arguments: given }) {
          const [executor] = given ?? [];
          const fn = executor && unwrap(executor, syntax);
          if (!fn || !(syntax.isArrowFunction(fn) || syntax.isFunctionExpression(fn))) return;
          for (const { name } of fn.parameters) if (syntax.isIdentifier(name)) names.add(name.text);
        },
        BindingElement({ name, propertyName = name }) {
          if (syntax.isIdentifier(name) && isSettlersName(textOfName(propertyName, syntax))) names.add(name.text);
        },
        PropertyAccessExpression({ name }) {
          if (isSettlersName(name.text)) names.add(name.text);
        },
        VariableDeclaration({ initializer, name }) {
          if (initializer) addAlias(textOfName(name, syntax), initializer);
        },
        BinaryExpression({ left, operatorToken, right }) {
          if (operatorToken.kind === syntax.SyntaxKind.EqualsToken) addAlias(textOfName(left, syntax), right);
        },
      },
      end() {
        for (const name of names) for (const alias of aliases.get(name) ?? []) names.add(alias);
        return names;
      },
    };

    function addAlias(name: string | undefined, value: ts.Expression): void {
      const meant = name === undefined ? undefined : lastWord(value, syntax);
      if (name === undefined || meant === undefined || meant === name) return;
      const known = aliases.get(meant);
      if (known) known.add(name);
      else aliases.set(meant, new Set([name]));
    }
  },
};
