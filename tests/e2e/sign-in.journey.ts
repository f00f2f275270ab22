import { type Browser, expect, type Page, test } from '@playwright/test'
import { codeAt } from '../../lib/auth/totp'
import { type MailServer, readLetter, startMailServer } from '../support/mail-server'
import { CLIENT, type OpenProvider, startOpenProvider } from '../support/open-provider'
import { freePort, startWorkbench, type Workbench } from '../support/workbench'
import { expectAccessible } from './accessible'
import { ADMINISTRATOR } from './people'
import { settled } from './settled'

// This workbench sends mail and knows an OpenID provider; that of the other journeys has neither.
test.use({ storageState: { cookies: [], origins: [] } })

const MEI = { name: 'Mei Reviser', email: 'mei@desk.example' }
const FIRST = 'lamps and piers and bells'
const SECOND = 'seven boats on the morning river'

let mail: MailServer
let provider: OpenProvider
let workbench: Workbench

test.beforeAll(async () => {
  test.setTimeout(180_000)
  const [port, providerPort] = [await freePort(), await freePort()]
  mail = await startMailServer()
  provider = await startOpenProvider(providerPort, `http://127.0.0.1:${port}/api/auth/callback/openid`)
  workbench = await startWorkbench({
    port,
    env: {
      DUIZHAO_MAIL_URL: mail.url,
      DUIZHAO_OIDC_ISSUER: provider.issuer,
      DUIZHAO_OIDC_CLIENT_ID: CLIENT.id,
      DUIZHAO_OIDC_CLIENT_SECRET: CLIENT.secret,
      DUIZHAO_OIDC_LABEL: 'the town hall',
      DUIZHAO_OIDC_LINK: 'verified-email',
    },
  })
})

test.afterAll(async () => {
  await workbench?.stop()
  await provider?.close()
  await mail?.close()
})

test('an invitation, a forgotten password and a session left open, by mail and from the account page', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  await setUpAdministrator(page)
  await invite(page)

  const mei = await newcomer(browser)
  await mei.goto(await linkInLetter('invitation'))
  await settled(mei)
  await mei.getByLabel('New password', { exact: true }).fill(FIRST)
  await mei.getByRole('button', { name: 'Set up and sign in' }).click()
  await expect(mei.getByRole('heading', { level: 1 })).toBeVisible()

  const elsewhere = await newcomer(browser)
  await elsewhere.goto(`${workbench.address}/sign-in`)
  await settled(elsewhere)
  await elsewhere.getByRole('link', { name: 'Password forgotten?' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'Password forgotten?' })).toBeVisible()
  await expectAccessible(elsewhere)
  await elsewhere.getByLabel('E-mail address').fill(MEI.email)
  await elsewhere.getByRole('button', { name: 'Send the link' }).click()
  await expect(elsewhere.getByText(`If there is an account for ${MEI.email}`)).toBeVisible()
  const link = await linkInLetter('reset')
  await elsewhere.goto(link)
  await settled(elsewhere)
  await expectAccessible(elsewhere)
  await elsewhere.getByLabel('New password', { exact: true }).fill(SECOND)
  await elsewhere.getByRole('button', { name: 'Set the password' }).click()
  await expect(elsewhere.getByText('The password has been changed.')).toBeVisible()
  await elsewhere.goto(link)
  await expect(elsewhere.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()

  // The new password has ended the session she had.
  await mei.goto(`${workbench.address}/account`)
  await expect(mei.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await signIn(mei)
  await signIn(elsewhere)
  await mei.goto(`${workbench.address}/account`)
  const sessions = mei.getByRole('list', { name: 'Sessions' })
  await expect(sessions.getByRole('listitem')).toHaveCount(2)
  await settled(mei)
  await expectAccessible(mei)
  await sessions.getByRole('button', { name: /End the session/ }).click()
  await expect(sessions.getByRole('listitem')).toHaveCount(1)
  await elsewhere.goto(`${workbench.address}/account`)
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('an OpenID provider signs in who is a member, joined by the verified address, and nobody else', async ({
  browser,
}) => {
  const mei = await newcomer(browser)
  await throughProvider(mei, MEI.email)
  await mei.waitForURL(`${workbench.address}/`)
  await mei.goto(`${workbench.address}/account`)
  await expect(mei.getByText(MEI.email).first()).toBeVisible()
  await expect(mei.getByRole('button', { name: 'Disconnect' })).toBeVisible()
  await expectAccessible(mei)

  const stranger = await newcomer(browser)
  await throughProvider(stranger, 'stranger@desk.example')
  await expect(stranger.getByText('There is no account here for this person.')).toBeVisible()

  // An address the provider does not vouch for joins nothing.
  const other = await newcomer(browser)
  await throughProvider(other, `unverified ${ADMINISTRATOR.email}`)
  await expect(other.getByText('There is no account here for this person.')).toBeVisible()
})

test('a second factor is turned on with a picture and a code, asked for at sign-in, and its recovery codes stand in', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const mei = await newcomer(browser)
  await signIn(mei)
  await mei.goto(`${workbench.address}/account`)
  await settled(mei)
  await mei.getByRole('button', { name: 'Set up a second factor' }).click()
  const dialog = mei.getByRole('dialog')
  await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible()
  await expectAccessible(mei)
  const secret = ((await dialog.locator('code').textContent()) ?? '').replace(/\s/g, '')
  await dialog.getByLabel('The code it shows now').fill('000000')
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  await expect(dialog.getByText('This code is not right')).toBeVisible()
  await dialog.getByLabel('The code it shows now').fill(codeAt(secret))
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  const listed = dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(listed).toHaveCount(10)
  const codes = await listed.allTextContents()
  await expectAccessible(mei)
  await dialog.getByRole('button', { name: 'I have kept them' }).click()
  await expect(mei.getByText('10 recovery codes left')).toBeVisible()

  const other = await newcomer(browser)
  await other.goto(`${workbench.address}/sign-in`)
  await settled(other)
  await other.getByLabel('E-mail address').fill(MEI.email)
  await other.getByLabel('Password', { exact: true }).fill(SECOND)
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other.getByLabel('Code')).toBeFocused()
  await expectAccessible(other)
  await other.getByLabel('Code').fill('123456')
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other.getByText('This code is not right')).toBeVisible()
  await other.getByLabel('Code').fill(codes[0])
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await other.waitForURL(`${workbench.address}/`)
  await other.goto(`${workbench.address}/account`)
  await expect(other.getByText('9 recovery codes left')).toBeVisible()
  await settled(other)
  await other.getByRole('button', { name: 'Turn off', exact: true }).click()
  await expect(other.getByText('The second factor is off.').first()).toBeVisible()
  await expect(other.getByRole('button', { name: 'Set up a second factor' })).toBeVisible()
})

test('each answer has its own nonce, what lacks it does not run, and no other site changes anything', async ({
  page,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  const nonces = new Set<string>()
  for (const path of ['/sign-in', '/forgotten', '/set-up/there-is-no-such-link', '/nothing-here']) {
    const answer = await page.goto(workbench.address + path)
    const nonce = /'nonce-([^']+)'/.exec(answer?.headers()['content-security-policy'] ?? '')?.[1] ?? ''
    const tags = [...((await answer?.text()) ?? '').matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    expect(tags.length).toBeGreaterThan(0)
    expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
    nonces.add(nonce)
    await settled(page)
  }
  expect(nonces.size).toBe(4)
  expect(complaints).toEqual([])

  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="document.title = 1">'))
  await expect.poll(() => complaints.length).toBeGreaterThan(0)
  expect(await page.title()).not.toBe('1')

  const change = (site: string) =>
    page.request.post(`${workbench.address}/api/auth/signout`, { headers: { 'sec-fetch-site': site } })
  expect((await change('cross-site')).status()).toBe(403)
  expect((await change('same-origin')).status()).not.toBe(403)
})

async function setUpAdministrator(page: Page) {
  await page.goto(workbench.setupLink)
  await settled(page)
  await page.getByLabel('Name').fill(ADMINISTRATOR.name)
  await page.getByLabel('E-mail address').fill(ADMINISTRATOR.email)
  await page.getByLabel('New password', { exact: true }).fill(ADMINISTRATOR.password)
  await page.getByRole('button', { name: 'Set up and sign in' }).click()
  await expect(page.getByRole('link', { name: /Sample press briefing/ }).first()).toBeVisible()
}

async function invite(page: Page) {
  await page.goto(`${workbench.address}/projects/new`)
  await settled(page)
  await page.getByLabel('Name').fill('Lanpu')
  await page.getByRole('button', { name: 'Create the project' }).click()
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/)
  await page.goto(`${page.url()}/members`)
  await settled(page)
  await page.getByRole('button', { name: 'Invite a member' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill(MEI.name)
  await dialog.getByLabel('E-mail address').fill(MEI.email)
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(page.getByText(`${MEI.name} is invited; a letter is on its way.`).first()).toBeVisible()
  await expect(dialog).toBeHidden()
}

async function newcomer(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] }, locale: 'en-GB' })
  return context.newPage()
}

async function linkInLetter(page: 'invitation' | 'reset'): Promise<string> {
  const links = () =>
    mail.received.flatMap((letter) => readLetter(letter).text.match(new RegExp(`http\\S+/${page}/\\S+`)) ?? [])
  await expect.poll(() => links().length).toBeGreaterThan(0)
  return links().at(-1) ?? ''
}

async function signIn(page: Page) {
  await page.goto(`${workbench.address}/sign-in`)
  await settled(page)
  await page.getByLabel('E-mail address').fill(MEI.email)
  await page.getByLabel('Password', { exact: true }).fill(SECOND)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${workbench.address}/`)
}

async function throughProvider(page: Page, login: string) {
  await page.goto(`${workbench.address}/sign-in`)
  await settled(page)
  await page.getByRole('button', { name: 'Sign in with the town hall' }).click()
  await page.locator('input[name="login"]').fill(login)
  await page.locator('input[name="password"]').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}
