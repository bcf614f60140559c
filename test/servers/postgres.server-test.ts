import { describeServer } from '../support/servers/describe-server.js';
import { startPostgres } from '../support/servers/start-postgres.js';

describeServer('postgres', startPostgres);
