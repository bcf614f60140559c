import { connectArrowKeys } from './connect-arrow-keys.js';
import { connectDetails } from './connect-details.js';
import { connectFilters } from './connect-filters.js';
import { connectThemes } from './connect-themes.js';

/** Brings the page of a report to life. */
connectThemes();
connectDetails();
connectFilters();
connectArrowKeys();
