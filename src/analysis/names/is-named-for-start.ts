import type { Unit } from '../unit.js';
import { firstWord } from '../../syntax/first-word.js';

/** Whether a function is called like one that starts or ends a program: `main`, `Service.start`, `onModuleInit`. */
export function isNamedForStart(name: string, unit: Unit): boolean {
  return unit.catalogue.conventions.starts.has(name.slice(name.lastIndexOf('.') + 1)) || isHook(name, unit);
}

/** Whether a function is called like one that starts work, and leaves it running: `main`, `Worker.runForever`, `onModuleInit`. */
export function isNamedForWork(name: string, unit: Unit): boolean {
  return unit.catalogue.conventions.works.has(firstWord(name)) || isHook(name, unit);
}

/** Whether a method is called like one that a framework calls as the program starts or ends. */
function isHook(name: string, { catalogue: { conventions } }: Unit): boolean {
  return conventions.hookStarts.has(firstWord(name)) && [...conventions.hookEnds].some(end => name.endsWith(end));
}
