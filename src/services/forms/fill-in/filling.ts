import type { KeptUpload } from '#core/files/index.ts'
import type { PlaceHit } from '#core/places/index.ts'
import type { Evaluation } from '../evaluate.rules.ts'
import type { GroupState, NodeState } from '../state.rules.ts'

/** All that the fields of a page are shown with. Paths are those of `evaluate`. */
export type Filling = {
  evaluation: Pick<Evaluation, 'pages' | 'fields'>
  /** As they are kept: what was typed, readable or not. */
  answers: Record<string, unknown>
  /** By name in HTML. */
  errors?: Readonly<Record<string, string>> | undefined
  files?: ReadonlyMap<string, KeptUpload> | undefined
  /** Places to choose from, where what was typed fits several; by path. */
  candidates?: ReadonlyMap<string, readonly PlaceHit[]> | undefined
  /** Stands in an address of the town where none was typed. */
  city?: string | undefined
}

/** Groups that are to be seen, by path. */
export function groupsSeen({ pages }: Pick<Evaluation, 'pages'>): ReadonlyMap<string, GroupState> {
  const groups = new Map<string, GroupState>()
  const add = (node: NodeState) => {
    if (node.kind !== 'group') return
    groups.set(node.path, node)
    for (const { nodes } of node.entries) nodes.forEach(add)
  }
  for (const { nodes } of pages) nodes.forEach(add)
  return groups
}
