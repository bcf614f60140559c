import type ts from 'typescript';

/**
 * Fills in what the compiler that a project has takes for granted, and the one that stands in for it no longer does: before
 * 6.0 packages were looked up as Node's `require` does, all of `@types` was there, and nothing was strict. Without it, a
 * database's package may not be found, and all of its calls with it.
 */
export function withFormerDefaults(
  options: ts.CompilerOptions,
  version: string | undefined,
  compiler: typeof ts,
): ts.CompilerOptions {
  if (version === undefined || Number.parseInt(version, 10) >= 6) return options;
  const resolution = saysHowToFind(options, compiler) ? {} : { moduleResolution: compiler.ModuleResolutionKind.Node10 }; // eslint-disable-line @typescript-eslint/no-deprecated -- those versions know no other
  return { strict: false, esModuleInterop: false, types: ['*'], ...resolution, ...options };
}

/** Whether the kind of modules says how they are found. */
function saysHowToFind({ module }: ts.CompilerOptions, { ModuleKind }: typeof ts): boolean {
  return (
    module !== undefined &&
    ((module >= ModuleKind.Node16 && module <= ModuleKind.NodeNext) || module === ModuleKind.Preserve)
  );
}
