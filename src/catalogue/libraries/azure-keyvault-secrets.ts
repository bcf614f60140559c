import type { LibraryEntry } from '../library-entry.js';

/**
 * Azure Key Vault's secrets, checked against the declarations of 4.11. `beginDeleteSecret` and
 * `beginRecoverDeletedSecret` give a poller, and are done when that is.
 */
export const azureKeyvaultSecrets: LibraryEntry = {
  library: '@azure/keyvault-secrets',
  checked: ['4.11'],
  packages: ['@azure/keyvault-secrets'],
  receivers: ['SecretClient'],
  operations: {
    write: [
      'beginDeleteSecret',
      'beginRecoverDeletedSecret',
      'purgeDeletedSecret',
      'restoreSecretBackup',
      'setSecret',
      'updateSecretProperties',
    ],
    read: ['backupSecret', 'getDeletedSecret', 'getSecret'],
  },
};
