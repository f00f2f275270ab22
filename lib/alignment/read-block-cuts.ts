import type { Intake } from '../bitext/intake/block'
import type { Side } from '../bitext/text'
import { db } from '../db'
import { type Cut, findBlockCuts } from '../document/anchors'
import type { Place } from './window'

/** What is common to the two texts as they were brought in: turns, headings, credits. */
export async function readBlockCuts({ projectId, documentId }: Place): Promise<Cut[]> {
  const sources = await db.source.findMany({
    where: { projectId, documentId },
    select: { side: true, text: true, intake: true },
  })
  const intakeOf = (side: Side) => {
    const source = sources.find((each) => each.side === side)
    return source && ({ ...(source.intake as object), side, text: source.text } as Intake)
  }
  const [zh, en] = [intakeOf('zh'), intakeOf('en')]
  return zh?.blocks && en?.blocks ? findBlockCuts(zh, en) : []
}
