import type ts from 'typescript';
import { textOfName } from '../../syntax/declared-names.js';
import { nameFunction } from '../../syntax/name-function.js';
import { packageOfFile } from '../../package-of-file.js';
import type { Tracing } from './tracing.js';

/**
 * Why decorators keep a method from becoming async: a framework calls it, and only of a route's handler is it known that the
 * framework waits. What else decorates a handler must be of the same family of packages, as `@nestjs/swagger` is.
 */
export function findDecoratorObstacle(fn: ts.SignatureDeclaration, tracing: Tracing): string | undefined {
  const { syntax, toUnit } = tracing;
  const decorators = syntax.canHaveDecorators(fn) ? (syntax.getDecorators(fn) ?? []) : [];
  if (decorators.length === 0) return undefined;
  const origins = decorators.map(decorator => originOf(decorator, tracing));
  const routes = toUnit(fn.getSourceFile()).catalogue.routes.decorators;
  const route = origins.find(
    ({ name, package: own }) => own !== undefined && routes.get(name)?.some(({ packages }) => packages.has(own)),
  );
  const stranger = origins.find(origin => !route || familyOf(origin.package) !== familyOf(route.package));
  return (
    stranger &&
    `\`${nameFunction(fn, syntax)}\` is decorated with \`@${stranger.name}\`, which may call it without awaiting it`
  );
}

interface Origin {
  readonly name: string;
  readonly package: string | undefined;
}

function originOf({ expression }: ts.Decorator, tracing: Tracing): Origin {
  const { declarations, syntax } = tracing;
  const callee = syntax.isCallExpression(expression) ? expression.expression : expression;
  const name = syntax.isPropertyAccessExpression(callee) ? callee.name : callee;
  const [declaration] = declarations.behind(name);
  const declared = declaration && syntax.getNameOfDeclaration(declaration);
  return {
    name: textOfName(declared ?? name, syntax) ?? (declared ?? name).getText(),
    package: declaration && packageOfFile(declaration.getSourceFile().fileName),
  };
}

/** The scope of a package, or the package itself. */
function familyOf(name: string | undefined): string | undefined {
  return name?.startsWith('@') === true ? name.split('/')[0] : name;
}
