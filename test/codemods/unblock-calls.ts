/** Calls of one function that blocks: `$` stands for its module, and each test is the body of a function. */
export interface Call {
  /** As the catalogue has it. */
  readonly name: string;
  readonly module: string;
  readonly tests: readonly string[];
}

function ofFs(name: string, ...tests: readonly string[]): Call {
  return { name, module: 'node:fs', tests };
}

function ofFsExtra(name: string, ...tests: readonly string[]): Call {
  return { name, module: 'fs-extra', tests };
}

function ofBcrypt(module: string): readonly Call[] {
  return [
    {
      name: 'hashSync',
      module,
      tests: [
        "return $hashSync('password', ['', '2b', '04', 'abcdefghijklmnopqrstuu'].join(String.fromCharCode(36)));",
        "return $hashSync('password', 'no salt');",
      ],
    },
    {
      name: 'compareSync',
      module,
      tests: [
        "return $compareSync('password', 'no hash');",
        "const hash = $hashSync('password', 4);\n  return [$compareSync('password', hash), $compareSync('other', hash)];",
      ],
    },
    { name: 'genSaltSync', module, tests: ['return $genSaltSync(4).length;'] },
  ];
}

function ofCrypto(name: string, ...tests: readonly string[]): Call {
  return { name, module: 'node:crypto', tests };
}

function ofZlib(pack: string, unpack: string): readonly Call[] {
  const packed = `const packed = $${pack}Sync('text'.repeat(1000));\n  const unpacked = $${unpack}Sync(packed);\n  return [packed.length, unpacked.toString()];`;
  return [
    {
      name: `${pack}Sync`,
      module: 'node:zlib',
      tests: [packed, `return $${pack}Sync(Buffer.from('text')).toString('hex');`],
    },
    {
      name: `${unpack}Sync`,
      module: 'node:zlib',
      tests: [packed, `return $${unpack}Sync(Buffer.from('no such data'));`],
    },
  ];
}

/** Calls of every function of Node that the codemod rewrites: with a result, and with an error. */
export const calls: readonly Call[] = [
  ofFs('accessSync', "$accessSync(at('a.txt'));", "$accessSync(at('missing'));"),
  ofFs('appendFileSync', "$appendFileSync(at('a.txt'), ' and more');", "$appendFileSync(at('folder'), '');"),
  ofFs(
    'chmodSync',
    "$chmodSync(at('a.txt'), 0o600);\n  return $statSync(at('a.txt')).mode;",
    "$chmodSync(at('missing'), 0o600);",
  ),
  ofFs(
    'chownSync',
    "$chownSync(at('a.txt'), process.getuid?.() ?? 0, process.getgid?.() ?? 0);",
    "$chownSync(at('missing'), 0, 0);",
  ),
  ofFs('closeSync', "const fd = $openSync(at('a.txt'), 'r');\n  $closeSync(fd);", '$closeSync(99999);'),
  ofFs('copyFileSync', "$copyFileSync(at('a.txt'), at('c.txt'));", "$copyFileSync(at('missing'), at('c.txt'));"),
  ofFs(
    'cpSync',
    "$cpSync(at('folder'), at('copy'), { recursive: true });",
    "$cpSync(at('folder'), at('copy'));",
    "$cpSync(at('missing'), at('copy'));",
  ),
  ofFs('Dir.closeSync', "const dir = $opendirSync(at('folder'));\n  dir.closeSync();"),
  ofFs(
    'Dir.readSync',
    "const dir = $opendirSync(at('folder'));\n  const name = dir.readSync()?.name;\n  dir.closeSync();\n  return name;",
  ),
  ofFs(
    'existsSync',
    "return $existsSync(at('a.txt'));",
    "return $existsSync(at('missing'));",
    "return [$existsSync('')];",
  ),
  ofFs(
    'fchmodSync',
    "const fd = $openSync(at('a.txt'), 'r+');\n  $fchmodSync(fd, 0o600);\n  const { mode } = $fstatSync(fd);\n  $closeSync(fd);\n  return mode;",
    '$fchmodSync(99999, 0o600);',
  ),
  ofFs('fchownSync', '$fchownSync(99999, 0, 0);'),
  ofFs(
    'fdatasyncSync',
    "const fd = $openSync(at('a.txt'), 'r+');\n  $fdatasyncSync(fd);\n  $closeSync(fd);",
    '$fdatasyncSync(99999);',
  ),
  ofFs(
    'fstatSync',
    "const fd = $openSync(at('a.txt'), 'r');\n  const { size } = $fstatSync(fd);\n  $closeSync(fd);\n  return size;",
    '$fstatSync(99999);',
  ),
  ofFs(
    'fsyncSync',
    "const fd = $openSync(at('a.txt'), 'r+');\n  $fsyncSync(fd);\n  $closeSync(fd);",
    '$fsyncSync(99999);',
  ),
  ofFs(
    'ftruncateSync',
    "const fd = $openSync(at('a.txt'), 'r+');\n  $ftruncateSync(fd, 2);\n  $closeSync(fd);",
    '$ftruncateSync(99999, 2);',
  ),
  ofFs(
    'futimesSync',
    "const fd = $openSync(at('a.txt'), 'r+');\n  $futimesSync(fd, 1, 2);\n  $closeSync(fd);\n  return $statSync(at('a.txt')).mtimeMs;",
    '$futimesSync(99999, 1, 2);',
  ),
  ofFs(
    'lchownSync',
    "$lchownSync(at('a.txt'), process.getuid?.() ?? 0, process.getgid?.() ?? 0);",
    "$lchownSync(at('missing'), 0, 0);",
  ),
  ofFs('linkSync', "$linkSync(at('a.txt'), at('c.txt'));", "$linkSync(at('missing'), at('c.txt'));"),
  ofFs('lstatSync', "return $lstatSync(at('a.txt')).size;", "return $lstatSync(at('missing'));"),
  ofFs(
    'lutimesSync',
    "$lutimesSync(at('a.txt'), 1, 2);\n  return $statSync(at('a.txt')).mtimeMs;",
    "$lutimesSync(at('missing'), 1, 2);",
  ),
  ofFs(
    'mkdirSync',
    "return $mkdirSync(at('x/y'), { recursive: true });",
    "return $mkdirSync(at('folder'));",
    "return $mkdirSync(at('folder'), { recursive: true });",
  ),
  ofFs(
    'mkdtempSync',
    "return $mkdtempSync(at('folder/temp-')).length;",
    "return $mkdtempSync(at('missing/temp-')).length;",
  ),
  ofFs(
    'opendirSync',
    "const dir = $opendirSync(at('folder'));\n  dir.closeSync();\n  return dir.path;",
    "return $opendirSync(at('missing'));",
  ),
  ofFs(
    'openSync',
    "const fd = $openSync(at('c.txt'), 'w');\n  $closeSync(fd);\n  return typeof fd;",
    "return $openSync(at('missing'), 'r');",
  ),
  ofFs(
    'readdirSync',
    "return $readdirSync(at('folder'));",
    "return $readdirSync(at('.'), { withFileTypes: true }).map(({ name }) => name).sort();",
    "return $readdirSync(at('missing'));",
  ),
  ofFs(
    'readFileSync',
    "return $readFileSync(at('a.txt'), 'utf8');",
    "return $readFileSync(at('a.txt')).length;",
    "return $readFileSync(at('missing'));",
    "return $readFileSync(at('folder'), { encoding: 'utf8' });",
  ),
  ofFs(
    'readlinkSync',
    "$symlinkSync('a.txt', at('link'));\n  return $readlinkSync(at('link'));",
    "return $readlinkSync(at('a.txt'));",
  ),
  ofFs(
    'realpathSync',
    "$symlinkSync('a.txt', at('link'));\n  return $realpathSync(at('link'));",
    "return $realpathSync(at('missing'));",
  ),
  ofFs(
    'realpathSync.native',
    "return $realpathSync.native(at('a.txt'));",
    "return $realpathSync.native(at('missing'));",
  ),
  ofFs('renameSync', "$renameSync(at('a.txt'), at('c.txt'));", "$renameSync(at('missing'), at('c.txt'));"),
  ofFs('rmdirSync', "$mkdirSync(at('empty'));\n  $rmdirSync(at('empty'));", "$rmdirSync(at('folder'));"),
  ofFs(
    'rmSync',
    "$rmSync(at('folder'), { recursive: true });",
    "$rmSync(at('missing'), { force: true });",
    "$rmSync(at('missing'));",
    "$rmSync(at('folder'));",
  ),
  ofFs('statfsSync', "return typeof $statfsSync(at('a.txt')).bsize;", "return $statfsSync(at('missing'));"),
  ofFs(
    'statSync',
    "return $statSync(at('a.txt')).isFile();",
    "return $statSync(at('a.txt'), { bigint: true }).size.toString();",
    "return $statSync(at('missing'));",
  ),
  ofFs('symlinkSync', "$symlinkSync(at('a.txt'), at('link'));", "$symlinkSync(at('a.txt'), at('folder'));"),
  ofFs('truncateSync', "$truncateSync(at('a.txt'), 2);", "$truncateSync(at('missing'), 2);"),
  ofFs('unlinkSync', "$unlinkSync(at('a.txt'));", "$unlinkSync(at('missing'));"),
  ofFs(
    'utimesSync',
    "$utimesSync(at('a.txt'), 1, 2);\n  return $statSync(at('a.txt')).mtimeMs;",
    "$utimesSync(at('missing'), 1, 2);",
  ),
  ofFs(
    'writeFileSync',
    "$writeFileSync(at('a.txt'), 'other', { flag: 'a' });",
    "$writeFileSync(at('c.txt'), Buffer.from('bytes'));",
    "$writeFileSync(at('folder'), '');",
  ),

  ofCrypto('checkPrimeSync', 'return $checkPrimeSync(7n);', 'return $checkPrimeSync(8n);'),
  ofCrypto(
    'generateKeyPairSync',
    "const { privateKey, publicKey } = $generateKeyPairSync('ed25519');\n  return [privateKey.type, publicKey.type];",
    "return $generateKeyPairSync('rsa', { modulusLength: 512, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } }).publicKey.length;",
    "return $generateKeyPairSync('ec', { namedCurve: 'no such curve' });",
  ),
  ofCrypto(
    'generateKeySync',
    "return $generateKeySync('hmac', { length: 64 }).symmetricKeySize;",
    "return $generateKeySync('aes', { length: 64 as 128 });",
  ),
  ofCrypto(
    'hkdfSync',
    "return Buffer.from($hkdfSync('sha512', 'key', 'salt', 'info', 64)).toString('hex');",
    "return $hkdfSync('no such digest', 'key', 'salt', 'info', 64);",
  ),
  ofCrypto(
    'pbkdf2Sync',
    "return $pbkdf2Sync('password', 'salt', 10, 64, 'sha512').toString('hex');",
    "return $pbkdf2Sync('password', 'salt', 10, 64, 'no such digest');",
    "return $pbkdf2Sync('password', 'salt', 0, 64, 'sha512');",
  ),
  ofCrypto('randomBytes', 'return $randomBytes(16).length;', 'return $randomBytes(-1);'),
  ofCrypto('randomInt', 'return typeof $randomInt(8);', 'return $randomInt(-1);'),
  ofCrypto(
    'scryptSync',
    "return $scryptSync('password', 'salt', 64).toString('hex');",
    "return $scryptSync('password', 'salt', -1);",
  ),

  ...ofZlib('gzip', 'gunzip'),
  ...ofZlib('deflate', 'inflate'),
  ...ofZlib('deflateRaw', 'inflateRaw'),
  ...ofZlib('brotliCompress', 'brotliDecompress'),
  ...ofZlib('zstdCompress', 'zstdDecompress'),
  {
    name: 'unzipSync',
    module: 'node:zlib',
    tests: ["return $unzipSync($gzipSync('text')).toString();", "return $unzipSync(Buffer.from('no such data'));"],
  },

  ...ofBcrypt('bcrypt'),
  ...ofBcrypt('bcryptjs'),
  ...ofBcrypt('bcrypt-ts'),

  ofFsExtra('copySync', "$copySync(at('folder'), at('copy'));", "$copySync(at('missing'), at('copy'));"),
  ofFsExtra('createFileSync', "$createFileSync(at('x/y.txt'));", "$createFileSync(at('a.txt/y.txt'));"),
  ofFsExtra(
    'createLinkSync',
    "$createLinkSync(at('a.txt'), at('x/link'));",
    "$createLinkSync(at('missing'), at('link'));",
  ),
  ofFsExtra('emptydirSync', "$emptydirSync(at('folder'));"),
  ofFsExtra('emptyDirSync', "$emptyDirSync(at('folder'));", "$emptyDirSync(at('x'));"),
  ofFsExtra('ensureDirSync', "$ensureDirSync(at('x/y'));", "$ensureDirSync(at('a.txt/y'));"),
  ofFsExtra('ensureFileSync', "$ensureFileSync(at('x/y.txt'));"),
  ofFsExtra('ensureLinkSync', "$ensureLinkSync(at('a.txt'), at('link'));"),
  ofFsExtra('mkdirpSync', "$mkdirpSync(at('x/y'));"),
  ofFsExtra('mkdirsSync', "$mkdirsSync(at('x/y'));"),
  ofFsExtra(
    'moveSync',
    "$moveSync(at('a.txt'), at('x/b.txt'));",
    "$moveSync(at('a.txt'), at('folder/b.txt'));",
    "$moveSync(at('missing'), at('c.txt'));",
  ),
  ofFsExtra('outputFileSync', "$outputFileSync(at('x/y.txt'), 'text');"),
  ofFsExtra('outputJsonSync', "$outputJsonSync(at('x/y.json'), { a: 1 }, { spaces: 2 });"),
  ofFsExtra('outputJSONSync', "$outputJSONSync(at('x/y.json'), { a: 1 });"),
  ofFsExtra('pathExistsSync', "return [$pathExistsSync(at('a.txt')), $pathExistsSync(at('missing'))];"),
  ofFsExtra('removeSync', "$removeSync(at('folder'));", "$removeSync(at('missing'));"),
];
