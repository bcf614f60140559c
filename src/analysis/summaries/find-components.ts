/**
 * The strongly connected components of what can be reached from a node, each behind all that it leads to: nodes that lead to
 * each other are in one. Linear in nodes and edges, and safe however long a path is.
 */
export function findComponents<Node>(
  start: Node,
  leadsTo: (node: Node) => readonly Node[],
): readonly (readonly Node[])[] {
  const components: Node[][] = [];
  const visits = new Map<Node, Visit<Node>>();
  const stack: Node[] = [];
  const open = [begin(start)];
  for (let visit = open.at(-1); visit; visit = open.at(-1)) {
    const next = visit.rest.pop();
    if (next === undefined) {
      open.pop();
      const above = open.at(-1);
      if (above) above.lowest = Math.min(above.lowest, visit.lowest);
      if (visit.lowest === visit.index) components.push(closeComponent(visit.node));
      continue;
    }
    const known = visits.get(next);
    if (!known) open.push(begin(next));
    else if (known.isOpen) visit.lowest = Math.min(visit.lowest, known.index);
  }
  return components;

  function begin(node: Node): Visit<Node> {
    const visit = { node, index: visits.size, lowest: visits.size, isOpen: true, rest: [...leadsTo(node)] };
    visits.set(node, visit);
    stack.push(node);
    return visit;
  }

  function closeComponent(root: Node): Node[] {
    const component = stack.splice(stack.lastIndexOf(root));
    for (const node of component) {
      const visit = visits.get(node);
      if (visit) visit.isOpen = false;
    }
    return component;
  }
}

interface Visit<Node> {
  readonly node: Node;
  /** When it was first come to. */
  readonly index: number;
  /** The first visit that it is known to lead back to. */
  lowest: number;
  isOpen: boolean;
  /** What it leads to and was not looked at yet. */
  readonly rest: Node[];
}
