import type { Page } from '@playwright/test'
import type { demoPeople } from '@/prisma/demo/desk'
import type { Scene } from './scene'

export type Shot = {
  readonly name: string
  readonly path: string
  /** Signed in as the demo's editor unless it says otherwise. */
  readonly as?: keyof typeof demoPeople | null
  /** What to do before the picture is taken. */
  readonly before?: (page: Page) => Promise<unknown>
  /** What to do after it, so that the next finds the page as it was. */
  readonly after?: (page: Page) => Promise<unknown>
}

const desk = '/desks/foreign-desk'
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

const mark = (page: Page, kind: string, words: string) =>
  page.locator(`.reading mark.${kind}`).filter({ hasText: words }).first()

const select = async (page: Page, words: string) => {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('.reading article') as Element,
      NodeFilter.SHOW_TEXT,
    )
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const at = node.data.indexOf(wanted)
      if (at === -1) continue
      node.parentElement?.scrollIntoView({ block: 'center' })
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
    }
  }, words)
  await page.getByRole('toolbar', { name: 'Annotate the selection' }).waitFor()
}

/** Comes to the cards: beside the text, or in the drawer of a narrow window. */
const drawer = async (page: Page): Promise<boolean> => {
  const opener = page.getByRole('button', { name: 'Outline, speakers and filters' })
  const narrow = (page.viewportSize()?.width ?? 0) < 760
  if (narrow) await opener.click()
  return narrow
}

const writeFilter = async (page: Page, words: string) => {
  await drawer(page)
  const field = page.getByRole('combobox', { name: 'Filter the annotations by words' }).last()
  await field.fill('')
  await field.pressSequentially(words)
}

const typeNote = async (page: Page, words: string) => {
  await select(page, 'The north quay and maybe the road')
  await page.keyboard.press('n')
  await page.getByRole('form', { name: 'New note' }).waitFor()
  await page.keyboard.type(words)
}

const pick = async (page: Page, verb: string) => {
  if (await drawer(page)) {
    // One card at a time stands in the sheet: there all that are shown are picked.
    await page.getByRole('button', { name: 'Pick all' }).last().click()
    return page.getByRole('button', { name: verb }).last().click()
  }
  const cards = page.getByRole('region', { name: 'Annotations', exact: true }).getByRole('article')
  for (const at of [0, 1, 3]) await cards.nth(at).getByRole('checkbox').check()
  await button(page, verb).click()
}

const plain = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const endless = 'Marrant: Late.\nValkov: Not.\n'.repeat(240_000)
const files = [
  plain('morning-call.txt', 'The morning call\n\nMarrant: We put nine points on one page.\n'),
  {
    ...plain('old-export.txt', ''),
    buffer: Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x0a]),
  },
  plain('night.vtt', 'WEBVTT\n\nNOTE By the night desk.\n\n00:01.000 --> 00:04.000\n<v Marrant>Late again.\n'),
  { ...plain('everything.txt', ''), buffer: Buffer.alloc(20 * 1024 * 1024 + 1, 'word ') },
]
const importFiles = async (page: Page, chosen: readonly (typeof files)[number][]) => {
  await button(page, 'Import').click()
  const window = page.getByRole('dialog')
  await window.locator('input[type=file]').setInputFiles([...chosen])
  await window.getByRole('button', { name: /^Import/ }).click()
}

/** Every screen, in the order in which a person meets them. */
export const shots = ({ article, recording, inReview }: Scene): readonly Shot[] => {
  const text = `/transcripts/${article}`
  return [
    { name: 'sign-in', path: '/sign-in', as: null },
    { name: 'set-up-spent', path: '/set-up?token=spent', as: null },
    { name: 'join-spent', path: '/join?token=spent', as: null },
    { name: 'not-found', path: '/desks/no-such-desk' },
    { name: 'desks', path: '/desks', as: 'Rhea' },
    { name: 'desk', path: desk },
    { name: 'desk-empty', path: '/desks/night-desk', as: 'Rhea' },
    { name: 'desk-nothing-found', path: `${desk}?q=nothing` },
    { name: 'import', path: desk, before: (page) => button(page, 'Import').click() },
    {
      name: 'import-files',
      path: desk,
      before: async (page) => {
        await importFiles(page, files)
        await page.getByRole('link', { name: 'The morning call' }).first().waitFor()
        await page.getByRole('dialog').getByRole('button', { name: 'Done' }).waitFor()
      },
    },
    {
      name: 'import-strip',
      path: desk,
      before: async (page) => {
        await importFiles(page, [plain('a-long-night.txt', endless)])
        await page
          .getByRole('dialog')
          .getByText(/^(Waiting to be read|Reading \d)/)
          .waitFor()
        await button(page, 'Close and go on').click()
      },
      after: (page) => button(page, 'Cancel a-long-night.txt').click(),
    },
    { name: 'trash', path: `${desk}/trash`, as: 'Rhea' },
    { name: 'codebook', path: `${desk}/tags` },
    { name: 'codebook-empty', path: '/desks/night-desk/tags', as: 'Rhea' },
    { name: 'codebook-edit', path: `${desk}/tags`, before: (page) => button(page, 'Edit figures').click() },
    {
      name: 'codebook-import',
      path: `${desk}/tags`,
      before: async (page) => {
        await page
          .locator('main input[type=file]')
          .setInputFiles(
            plain('codebook.csv', 'name,colour,note\nfigures,red,Every number.\nplaces,pink,Where it was.\n'),
          )
        await page.getByRole('region', { name: 'What the import would do' }).scrollIntoViewIfNeeded()
      },
    },
    { name: 'members', path: `${desk}/people`, as: 'Rhea' },
    { name: 'settings', path: `${desk}/settings`, as: 'Rhea' },
    {
      name: 'settings-token',
      path: `${desk}/settings`,
      before: async (page) => {
        await page.getByLabel('What it is for').fill('Nightly export')
        await button(page, 'Make token').click()
        await page.getByLabel('Token', { exact: true }).waitFor()
      },
      after: async (page) => {
        await page.reload()
        await page
          .getByRole('button', { name: /^Revoke/ })
          .first()
          .click()
        await page
          .getByRole('dialog')
          .getByRole('button', { name: /^Revoke/ })
          .click()
      },
    },
    { name: 'api-docs', path: '/api-docs' },
    {
      name: 'api-docs-operation',
      path: '/api-docs',
      before: (page) => page.locator('section#annotations').evaluate((part) => part.scrollIntoView()),
    },
    { name: 'people', path: '/people', as: 'Rhea' },
    { name: 'account', path: '/account' },
    { name: 'workbench', path: text, before: (page) => mark(page, 'flag', 'Volkov').click() },
    {
      name: 'workbench-selecting',
      path: text,
      before: async (page) => {
        await mark(page, 'flag', 'Volkov').click()
        await select(page, 'The north quay and maybe the road')
      },
    },
    ...(['n', 'c', 'f', 'r'] as const).map((key) => ({
      name: `workbench-writing-${key}`,
      path: text,
      before: async (page: Page) => {
        await select(page, 'The north quay and maybe the road')
        await page.keyboard.press(key)
      },
    })),
    { name: 'workbench-check', path: text, before: (page) => mark(page, 'check', 'The strike of 2028').click() },
    { name: 'workbench-flags', path: `${text}?kind=flag` },
    { name: 'workbench-keys', path: text, before: (page) => page.keyboard.press('?') },
    { name: 'workbench-commands', path: text, before: (page) => page.keyboard.press('Control+k') },
    { name: 'workbench-words', path: text, before: (page) => writeFilter(page, 'state:open tag:') },
    {
      name: 'workbench-words-mistaken',
      path: text,
      before: async (page) => {
        await writeFilter(page, 'colour:red')
        await page.keyboard.press('Enter')
      },
    },
    {
      name: 'workbench-filter',
      path: text,
      before: async (page) => {
        if (!(await drawer(page))) await button(page, 'Filter…').click()
      },
    },
    { name: 'workbench-picked-tags', path: text, before: (page) => pick(page, 'Tags…') },
    { name: 'workbench-picked-dismiss', path: text, before: (page) => pick(page, 'Dismiss…') },
    {
      name: 'workbench-drafts',
      path: text,
      before: async (page) => {
        await typeNote(page, 'Ask the harbour master for the plan of the quay.')
        await page.keyboard.press('Escape')
        await button(page, /draft/).click()
      },
      after: (page) => button(page, 'Throw away').click(),
    },
    {
      name: 'workbench-unsent',
      path: text,
      before: async (page) => {
        await typeNote(page, 'Ask the harbour master for the plan of the quay.')
        await page.context().setOffline(true)
        await page.keyboard.press('ControlOrMeta+Enter')
        await button(page, /waiting/).click()
      },
      after: async (page) => {
        await button(page, 'Throw away').click()
        await page.context().setOffline(false)
      },
    },
    {
      name: 'workbench-reason',
      path: `/transcripts/${inReview}`,
      as: 'Rhea',
      before: (page) => button(page, 'Send back').click(),
    },
    {
      name: 'workbench-export',
      path: text,
      before: async (page) => {
        if (!(await drawer(page))) await button(page, 'Export').click()
      },
    },
    { name: 'workbench-approved', path: `/transcripts/${recording}` },
  ]
}
