import type { Catalogue } from './catalogue-entry.js';
import { azureCosmos } from './azure-cosmos.js';
import { typeorm } from './typeorm.js';

/** Every library the product knows. To add one: write its file beside this one, and list it here. */
export const catalogue: Catalogue = [azureCosmos, typeorm];
