import { conventions } from '../../catalogue/conventions.js';
import { firstWord } from '../../syntax/first-word.js';

/** Whether a function is called like one that starts or ends a program: `main`, `Service.start`, `onModuleInit`. */
export function isNamedForStart(name: string): boolean {
  return starts.has(name.slice(name.lastIndexOf('.') + 1)) || isHook(name);
}

/** Whether a function is called like one that starts work, and leaves it running: `main`, `Worker.runForever`, `onModuleInit`. */
export function isNamedForWork(name: string): boolean {
  return works.has(firstWord(name)) || isHook(name);
}

/** Whether a method is called like one that a framework calls as the program starts or ends. */
function isHook(name: string): boolean {
  return hookStarts.has(firstWord(name)) && conventions.hooks.ends.some(end => name.endsWith(end));
}

const starts: ReadonlySet<string> = new Set(conventions.starts);

const works: ReadonlySet<string> = new Set(conventions.works);

const hookStarts: ReadonlySet<string> = new Set(conventions.hooks.starts);
