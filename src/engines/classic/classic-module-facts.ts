import type ts from 'typescript';
import type { ModuleFacts } from '../module-facts.js';

/** How the files of a program are loaded, by its options and by what it found out of their packages. */
export function classicModuleFacts({ ModuleKind }: typeof ts, program: ts.Program): ModuleFacts {
  return { isCommonJs, needsEndings: isESModule, hasDefaultImports };

  function isCommonJs({ impliedNodeFormat }: ts.SourceFile): boolean {
    return (impliedNodeFormat ?? program.getCompilerOptions().module) === ModuleKind.CommonJS;
  }

  function isESModule({ impliedNodeFormat }: ts.SourceFile): boolean {
    return impliedNodeFormat === ModuleKind.ESNext;
  }

  function hasDefaultImports(): boolean {
    const { esModuleInterop, module } = program.getCompilerOptions();
    return esModuleInterop ?? (module !== undefined && module >= ModuleKind.Node16);
  }
}
