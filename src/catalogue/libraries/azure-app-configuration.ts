import type { LibraryEntry } from '../library-entry.js';

/**
 * Azure App Configuration, checked against the declarations of 1.12. `beginCreateSnapshot` gives a poller, and the
 * snapshot is done when that is.
 */
export const azureAppConfiguration: LibraryEntry = {
  library: '@azure/app-configuration',
  checked: ['1.12'],
  packages: ['@azure/app-configuration'],
  receivers: ['AppConfigurationClient'],
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
  },
};
