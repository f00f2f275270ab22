import { expect, test } from 'vitest'
import { db } from '../../lib/db'
import { attachLink } from '../../lib/discrepancy/attach-link'
import { detachLink } from '../../lib/discrepancy/detach-link'
import { AttachLinkInput, RaiseInput } from '../../lib/discrepancy/input'
import { linkAddress, MOST_LINKS } from '../../lib/discrepancy/links'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { ownDatabase, world } from '../support/world'

ownDatabase()

test.each([
  [' https://example.org/a b ', 'https://example.org/a%20b'],
  ['https://例子.测试/文', 'https://xn--fsqu00a.xn--0zwm56d/%E6%96%87'],
  ['http://example.org/', null],
  ['javascript:alert(1)', null],
  ['https://bank.example@evil.example/', null],
  ['https://localhost/', null],
  ['example.org', null],
])('%s is kept as %s', (typed, kept) => {
  expect(linkAddress(typed)).toBe(kept)
})

test('links are added at once without loss, up to a number, and taken away by who added them or who decides', async () => {
  const w = await world()
  const { projectId } = w
  const { ids } = await w.document([['一', 'One']])
  const words = { zh: { from: 0, to: 1, quote: '一' }, en: null }
  const { id: discrepancyId } = await raiseDiscrepancy(
    w.reviser,
    RaiseInput.parse({ projectId, segmentId: ids[0], type: 'number', severity: 'minor', ...words }),
  )
  const add = (title: string, who = w.translator) =>
    attachLink(who, AttachLinkInput.parse({ projectId, discrepancyId, url: 'https://example.org/', title }))
  const links = async () => (await db.discrepancy.findUniqueOrThrow({ where: { id: discrepancyId } })).links as object[]
  const [{ link }] = await Promise.all([add(''), add('Two', w.reviewer), add('Three')])
  expect(await links()).toHaveLength(3)
  expect(link.title).toBe('example.org')
  const theirs = (await add('Four', w.reviewer)).link.id
  await expect(detachLink(w.translator, { projectId, discrepancyId, linkId: theirs })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await detachLink(w.reviser, { projectId, discrepancyId, linkId: theirs })
  await detachLink(w.translator, { projectId, discrepancyId, linkId: link.id })
  expect(await links()).toHaveLength(2)
  for (let count = 2; count < MOST_LINKS; count++) await add(`${count}`)
  await expect(add('Too many')).rejects.toMatchObject({ problem: 'links-too-many' })
})
