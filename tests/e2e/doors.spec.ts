import { startServer } from '../support/server'
import { demoPassword, expect, fresh, people, ready, signIn, test } from './support'

test.describe('every answer says how it may be used', () => {
  const answers = [
    ['a page', '/sign-in'],
    ['a page that is not there', '/nothing/at-all.txt'],
    ['an answer of the API', '/api/v1/me'],
    ['an address the API does not have', '/api/v1/nothing'],
    ['a probe', '/healthz'],
    ['a picture', '/workbench.png'],
    ['next-auth', '/api/auth/session'],
  ] as const
  for (const [what, path] of answers) {
    test(what, async ({ request }) => {
      const answer = await request.get(path)
      const headers = answer.headersArray().filter(({ name }) => /^content-security-policy$/i.test(name))
      expect(headers).toHaveLength(1)
      expect(headers[0]?.value).toContain("default-src 'none'")
      expect(headers[0]?.value).toContain("frame-ancestors 'none'")
      expect(answer.headers()).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
      })
      expect(answer.headers()['x-powered-by']).toBeUndefined()
    })
  }
})

test('a page that is not there is a page of ours, whatever its ending', async ({ page }) => {
  await page.goto('/nothing/at-all.txt')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('too many tries to sign in are told as that, with how long to wait', async ({ page }) => {
  await page.goto('/sign-in')
  await ready(page)
  const email = `${fresh('nobody')}@desk.test`
  await page.getByLabel('Email').fill(email)
  const csrf = await (await page.request.get('/api/auth/csrf')).json()
  for (let at = 0; at < 10; at++) {
    const form = { email, password: 'a wrong guess', csrfToken: csrf.csrfToken, json: 'true' }
    expect((await page.request.post('/api/auth/callback/credentials', { form })).status()).toBe(401)
  }
  await page.getByLabel('Password', { exact: true }).fill('a wrong guess')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText(/^Too many tries to sign in\. Wait 1[45] min, then try again\.$/)).toBeVisible()
})

test('the form for signing in takes no more than a form holds', async ({ request }) => {
  const answer = await request.post('/api/auth/callback/credentials', { form: { email: 'x'.repeat(20_000) } })
  expect(answer.status()).toBe(413)
  expect(answer.headers()['content-type']).toBe('application/problem+json')
})

test('the log tells of every request, and holds no secret, no token and no word of a text', async ({ browser }) => {
  const server = await startServer({ LOG_LEVEL: 'trace' })
  const context = await browser.newContext({ baseURL: server.address })
  const page = await context.newPage()
  const [secret, words, token] = ['kestrel-password', 'kestrel sentence of a text', 'kestrel-token']
  const headers = { Origin: server.address }
  const ids: (string | undefined)[] = []
  const ask = async (path: string, data?: object | string) => {
    const type = { 'Content-Type': 'application/json' }
    const answer =
      data === undefined
        ? await page.request.get(path)
        : await page.request.post(path, { headers: { ...headers, ...type }, data })
    ids.push(answer.headers()['x-request-id'])
    return answer
  }
  try {
    await signIn(page, people.owner.email, demoPassword)
    const desk = '/api/v1/desks/foreign-desk'
    const made = await (await ask(`${desk}/transcripts`, { title: words, text: words })).json()
    await ask(`/api/v1/transcripts/${made.id}/annotations`, { kind: 'note', text: words })
    await ask(`/api/v1/transcripts/${made.id}/annotations?q=${encodeURIComponent(words)}`)
    await ask(`/api/v1/transcripts/${made.id}/export/html`)
    await ask(`${desk}/transcripts`, `{"text": "${words}`)
    await ask('/api/v1/me/password', { current: secret, password: secret })
    await ask('/api/v1/invitations/accept', { token, name: 'N', email: 'n@desk.test', password: secret })
    await ask(`/join?token=${token}`)
    await ask(`/set-up?token=${token}`)
    await page.goto(`/transcripts/${made.id}`)
    await expect(page.locator('article')).toContainText(words)
    const cookie = (await context.cookies()).find(({ name }) => name.includes('session-token'))?.value ?? 'none'
    for (const id of ids) expect(server.output()).toContain(id)
    // The welcome names the demo's password: people are to read it there.
    const log = server
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    expect(log.length).toBeGreaterThan(ids.length)
    for (const held of [secret, 'kestrel', cookie, demoPassword]) expect(log.join('\n')).not.toContain(held)
  } finally {
    await context.close()
    await server.stop()
  }
})
