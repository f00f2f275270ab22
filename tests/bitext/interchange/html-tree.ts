/** Looks into HTML that parse5 read. */
import type { DefaultTreeAdapterTypes } from 'parse5'

export type Element = { tagName: string; attributes: Record<string, string>; node: DefaultTreeAdapterTypes.Element }

type Node = DefaultTreeAdapterTypes.Node

/** All elements inside `within`, in the order of the document. */
export function elementsOf(within: Node | Element): Element[] {
  return childrenOf('node' in within ? within.node : within).flatMap((node) => {
    if (!('tagName' in node)) return []
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
    return [{ tagName: node.tagName, attributes, node }, ...elementsOf(node)]
  })
}

export function textOf(within: Node | Element): string {
  const node = 'node' in within ? within.node : within
  if ('value' in node) return node.value
  return childrenOf(node).map(textOf).join('').trim()
}

function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : []
}
