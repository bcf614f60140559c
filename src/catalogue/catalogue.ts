import { createCatalogue } from './create-catalogue.js';
import { libraries } from './libraries.js';

/** Everything the product knows. */
export const catalogue = createCatalogue(libraries);
