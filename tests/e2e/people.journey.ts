import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { newProject } from './documents'
import { newMember } from './people'
import { settled } from './settled'

test('an administrator is told what anonymising does, types the address, and the name is gone', async ({
  page,
  browser,
}) => {
  const email = `zhou-${Date.now()}@desk.example`
  const project = await newProject(page, 'Farewell')
  const zhou = await newMember(page, browser, project, { name: 'Zhou Yuqing', role: 'translator', email })

  await page.goto(`/administration?search=${email}`)
  await settled(page)
  await page.getByRole('button', { name: 'More for Zhou Yuqing' }).click()
  await page.getByRole('menuitem', { name: 'Anonymise …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Anonymise Zhou Yuqing?' })
  await expect(dialog.getByText('One project is left.')).toBeVisible()
  await expect(dialog.getByText('This cannot be undone.')).toBeVisible()
  await expectAccessible(page)
  const confirm = dialog.getByRole('button', { name: 'Anonymise for good' })
  await expect(confirm).toBeDisabled()
  await dialog.getByLabel(`To confirm, type ${email}`).fill(email.toUpperCase())
  await confirm.click()
  const told = page.getByText(/Done\. From now on: Former member\s\d+/).first()
  await expect(told).toBeVisible()
  const number = /(\d+)$/.exec((await told.textContent()) ?? '')?.[1]
  await expect(page.getByText('Nobody of that name or address')).toBeVisible()
  await zhou.goto('/')
  await expect(zhou).toHaveURL(/\/sign-in/)

  await page.goto(`/administration?search=Former%20member%20${number}`)
  await settled(page)
  await expect(page.getByRole('row', { name: new RegExp(`Former member\\s${number}\\b`) })).toContainText('Anonymised')
  await page.goto(`${project}/audit`)
  await expect(page.getByRole('row', { name: /member\.remove/ })).toContainText(`Former member\u00A0${number}`)
})

test('one who has an account is invited, signs in and accepts; to somebody else the link says it is not theirs', async ({
  page,
  browser,
}) => {
  const email = `lin-${Date.now()}@desk.example`
  const first = await newProject(page, 'First')
  const lin = await newMember(page, browser, first, { name: 'Lin Yi', role: 'translator', email })
  const second = await newProject(page, 'Second')
  await page.goto(`${second}/members`)
  await page.getByRole('button', { name: 'Invite a member' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Lin Yi')
  await dialog.getByLabel('E-mail address').fill(email)
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await page.getByRole('textbox', { name: 'Invitation link' }).inputValue()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const open = page.getByRole('list', { name: 'Invited' })
  await expect(open.getByRole('listitem')).toContainText(email)
  await expectAccessible(page)

  await page.goto(link)
  await expect(page.getByText(`This invitation is for ${email}`)).toBeVisible()
  await lin.goto(link)
  await expectAccessible(lin)
  await lin.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(lin).toHaveURL(new RegExp(`${second}$`))
  await lin.goto(link)
  await expect(lin.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
  await page.goto(`${second}/members`)
  await expect(page.getByText(email).first()).toBeVisible()
  await expect(open).toHaveCount(0)
})
