import type ts from 'typescript';

/** Where members are written out. */
export type Body = ts.ClassLikeDeclaration | ts.InterfaceDeclaration | ts.TypeLiteralNode | ts.ObjectLiteralExpression;

/** Which member is looked for. */
export interface MemberQuery {
  /** The declarations of one type. */
  readonly bodies: readonly Body[];
  /** Whether a class is meant, rather than its instances. */
  readonly isStatic: boolean;
  readonly name: string;
}

/**
 * Makes the search for the name node of a member that one of several bodies writes out itself; undefined where none does, or a
 * spread may hide it. The members of a body are read once.
 */
export function createMemberFinder(compiler: typeof ts): (query: MemberQuery) => ts.Node | undefined {
  const known = new WeakMap<Body, Members>();
  return ({ bodies, isStatic, name }) => {
    for (const body of bodies) {
      let members = known.get(body);
      if (!members) known.set(body, (members = indexMembers(compiler, body)));
      const found = members[isStatic ? 'static' : 'instance'].get(name);
      if (found) return found;
    }
    return undefined;
  };
}

/** The names of a body's members, those of a class apart from those of its instances. */
interface Members {
  readonly instance: ReadonlyMap<string, ts.Node>;
  readonly static: ReadonlyMap<string, ts.Node>;
}

function indexMembers(compiler: typeof ts, body: Body): Members {
  const members = { instance: new Map<string, ts.Node>(), static: new Map<string, ts.Node>() };
  const declared: readonly ts.NamedDeclaration[] = compiler.isObjectLiteralExpression(body)
    ? body.properties
    : body.members;
  if (declared.some(({ kind }) => kind === compiler.SyntaxKind.SpreadAssignment)) return members;
  for (const declaration of declared) {
    add(declaration, isStatic(declaration) ? members.static : members.instance);
    if (!compiler.isConstructorDeclaration(declaration)) continue;
    for (const parameter of declaration.parameters)
      if (compiler.isParameterPropertyDeclaration(parameter, declaration)) add(parameter, members.instance);
  }
  return members;

  function add({ name }: ts.NamedDeclaration, to: Map<string, ts.Node>): void {
    if (name && (compiler.isIdentifier(name) || compiler.isPrivateIdentifier(name) || compiler.isStringLiteral(name)))
      to.set(name.text, name);
  }

  function isStatic(declaration: ts.Declaration): boolean {
    return (
      compiler.isClassLike(body) &&
      compiler.canHaveModifiers(declaration) &&
      (declaration.modifiers ?? []).some(({ kind }) => kind === compiler.SyntaxKind.StaticKeyword)
    );
  }
}
