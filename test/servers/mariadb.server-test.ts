import { describeServer } from '../support/servers/describe-server.js';
import { startMariadb } from '../support/servers/start-mariadb.js';

describeServer('mariadb', startMariadb);
