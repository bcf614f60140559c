import { findComponents } from './find-components.js';

/**
 * A question about a node whose answer depends on the answers about others. From what is assumed an answer may only move into one
 * direction, and only as those do: then there is one answer, whatever is asked first.
 */
export interface Question<Node, Answer> {
  /** The nodes whose answers matter. */
  readonly dependsOn: (node: Node) => readonly Node[];
  /** `together` are the nodes that depend on each other, with this one. */
  readonly answer: (node: Node, answerAbout: (other: Node) => Answer, together: ReadonlySet<Node>) => Answer;
  /** What is taken to be so of nodes that depend on each other, until more is known. */
  readonly assumed: Answer;
  readonly isSame: (one: Answer, other: Answer) => boolean;
}

/** Makes what answers a question, about each node once, in time that is linear in what the node depends on. */
export function createSolver<Node extends object, Answer>(question: Question<Node, Answer>): (node: Node) => Answer {
  const { answer, assumed, dependsOn, isSame } = question;
  const answers = new WeakMap<Node, { readonly answer: Answer }>();

  return node => {
    if (!answers.has(node)) for (const component of findComponents(node, isUnknownAmong)) solve(component);
    return answerAbout(node);
  };

  function isUnknownAmong(node: Node): readonly Node[] {
    return dependsOn(node).filter(other => !answers.has(other));
  }

  function answerAbout(node: Node): Answer {
    return (answers.get(node) ?? { answer: assumed }).answer;
  }

  /** Answers about nodes that depend on each other, again and again until nothing changes; about one alone, once. */
  function solve(component: readonly Node[]): void {
    const together = new Set(component);
    const dependents = new Map<Node, Node[]>(component.map(node => [node, []]));
    for (const node of component)
      for (const other of dependsOn(node)) if (together.has(other)) dependents.get(other)?.push(node);
    const open = new Set(component);
    for (const node of open) {
      open.delete(node);
      const before = answerAbout(node);
      const after = answer(node, answerAbout, together);
      const isSettled = isSame(before, after);
      answers.set(node, { answer: isSettled ? before : after }); // the very object that others were told
      if (!isSettled) for (const dependent of dependents.get(node) ?? []) open.add(dependent);
    }
  }
}
