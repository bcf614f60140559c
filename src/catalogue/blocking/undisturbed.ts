import type { Methods } from '../methods.js';

/** Functions whose callbacks run in a process that serves nobody. */
export interface UndisturbedCallbacks {
  readonly packages: readonly string[];
  /** The functions, where not all of the packages are meant. */
  readonly functions?: readonly string[];
}

/** Types whose methods run where nobody is served, in the classes that extend or implement them. */
export interface UndisturbedMethods {
  readonly packages: readonly string[];
  readonly types: readonly string[];
  readonly methods: readonly string[];
}

/** What runs before, after or apart from all that is served. */
export interface Undisturbed {
  readonly callbacks: readonly UndisturbedCallbacks[];
  readonly methods: readonly UndisturbedMethods[];
  /** What makes a server listen: whoever calls it starts the program, and what is given to it runs once. */
  readonly servers: readonly Methods[];
}

/** Tests, commands and migrations, each in a process of its own or before all else, and servers. */
export const undisturbed: Undisturbed = {
  callbacks: [
    {
      packages: [
        '@jest/globals',
        '@playwright/test',
        '@vitest/runner',
        'ava',
        'jasmine',
        'jest',
        'mocha',
        'playwright',
        'tap',
        'uvu',
        'vitest',
      ],
    },
    {
      packages: ['node'],
      functions: [
        'after',
        'afterEach',
        'before',
        'beforeEach',
        'describe',
        'it',
        'suite',
        'test',
        'todo',
        'only',
        'skip',
      ],
    },
    { packages: ['cac', 'commander', 'yargs'] },
  ],
  methods: [
    { packages: ['@oclif/core', '@oclif/command'], types: ['Command'], methods: ['catch', 'finally', 'init', 'run'] },
    { packages: ['clipanion'], types: ['Command'], methods: ['execute'] },
    { packages: ['nest-commander'], types: ['CommandRunner'], methods: ['run'] },
    { packages: ['yargs'], types: ['CommandModule'], methods: ['builder', 'handler'] },
    {
      packages: ['@mikro-orm/migrations', '@mikro-orm/migrations-mongodb', 'typeorm'],
      types: ['Migration', 'MigrationInterface'],
      methods: ['down', 'up'],
    },
  ],
  servers: [
    { owner: 'Application', package: 'express-serve-static-core', methods: ['listen'] },
    { owner: 'Application', package: 'koa', methods: ['listen'] },
    { owner: 'FastifyInstance', package: 'fastify', methods: ['listen'] },
    { owner: 'INestApplication', package: '@nestjs/common', methods: ['listen'] },
    { owner: 'INestMicroservice', package: '@nestjs/common', methods: ['listen'] },
  ],
};
