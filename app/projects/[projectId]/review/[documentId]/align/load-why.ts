/** Why a row's two texts are thought to belong together: fetched when the panel shows it, kept until the texts change or somebody confirms them. */
import type { RowTies } from '@/lib/alignment/explain-pairing'
import type { Screen } from '../state/screen'
import { alignOf } from './align-state'
import { askQuietly } from './ask'

export async function loadWhy(screen: Screen, id: number): Promise<void> {
  const row = screen.rows.get(id)
  const { whys } = alignOf(screen)
  if (!row || id < 0) return
  const of = JSON.stringify([row.zh, row.en, row.confirmed])
  if (whys.get(id)?.of === of) return
  const ties = await askQuietly<RowTies>(screen, `alignment/why/${id}`)
  whys.set(id, { of, ties })
}
