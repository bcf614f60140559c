import type { CatalogueEntry } from './catalogue-entry.js';

/**
 * Azure Key Vault's secrets, checked against the declarations of 4.11. `beginDeleteSecret` and
 * `beginRecoverDeletedSecret` give a poller, and are done when that is.
 */
export const azureKeyvaultSecrets: CatalogueEntry = {
  library: '@azure/keyvault-secrets',
  packages: ['@azure/keyvault-secrets'],
  receivers: ['SecretClient'],
  execution: 'eager',
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
    transaction: [],
    connection: [],
  },
  unawaited: [],
};
