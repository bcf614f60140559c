import type { TypeOrValueSpecifier } from '../configuration/settings.js';
import type { Declared } from '../../engines/type-facts.js';

/**
 * Whether a declaration is one of those a setting names. A name fits the declaration or the class around it, so that
 * `'Outbox'` covers every method of `Outbox`; `Outbox.add` fits that one method.
 */
export function matchesSpecifier(declared: Declared, specifiers: readonly TypeOrValueSpecifier[]): boolean {
  return specifiers.some(specifier =>
    typeof specifier === 'string'
      ? hasName(declared, [specifier])
      : hasName(declared, typeof specifier.name === 'string' ? [specifier.name] : specifier.name) &&
        isDeclaredIn(declared, specifier),
  );
}

function hasName({ name, owner }: Declared, names: readonly string[]): boolean {
  return names.some(
    wanted => wanted === name || (owner !== undefined && (wanted === owner || wanted === `${owner}.${name}`)),
  );
}

function isDeclaredIn({ place }: Declared, specifier: Exclude<TypeOrValueSpecifier, string>): boolean {
  switch (specifier.from) {
    case 'lib':
      return place.from === 'lib';
    case 'package':
      return place.from === 'package' && place.package === specifier.package;
    case 'file':
      return (
        place.from === 'file' &&
        (specifier.path === undefined || place.path.endsWith(`/${specifier.path.replace(/^\.?\//, '')}`))
      );
  }
}
