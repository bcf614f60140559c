import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Azure App Configuration, checked against the declarations of 1.12. `beginCreateSnapshot` gives a poller, and the
 * snapshot is done when that is.
 */
export const azureAppConfiguration: CatalogueEntry = {
  library: '@azure/app-configuration',
  packages: ['@azure/app-configuration'],
  receivers: ['AppConfigurationClient'],
  execution: 'eager',
  operations: {
    write: [
      'addConfigurationSetting',
      'archiveSnapshot',
      'beginCreateSnapshot',
      'beginCreateSnapshotAndWait',
      'deleteConfigurationSetting',
      'recoverSnapshot',
      'setConfigurationSetting',
      'setReadOnly',
    ],
    read: ['getConfigurationSetting', 'getSnapshot'],
    transaction: [],
    connection: [],
  },
  unawaited: [],
};
