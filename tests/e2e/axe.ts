import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { ready } from './support'

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

type Axe = { readonly run: (context: Document, options: object) => Promise<AxeResults> }

/** What axe finds wrong with a page as it stands: the rule, the element, and what would mend it, one line each. */
const faultsNow = async (page: Page): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const found = await page.evaluate(async (values) => {
    const { axe } = window as unknown as { readonly axe: Axe }
    const { violations } = await axe.run(document, { runOnly: values, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${failureSummary} ${html}`),
    )
  }, tags)
  return found.map((words) => words.replaceAll(/\s+/g, ' ').slice(0, 400))
}

/** Waits until nothing moves any more: half faded words have too little contrast. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const moving = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    await Promise.allSettled(moving.map(({ finished }) => finished))
  })

/** What axe finds wrong in dark and in light, and in which of the two. Leaves the page in light. */
const faultsOf = async (page: Page): Promise<readonly (readonly [scheme: string, fault: string])[]> => {
  const faults: [string, string][] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.waitForFunction(
      (wanted) => document.documentElement.dataset.mantineColorScheme === wanted || !document.querySelector('main'),
      colorScheme,
    )
    await settled(page)
    for (const fault of await faultsNow(page)) faults.push([colorScheme, fault])
  }
  return faults
}

/** What is looked at, and how one comes there from the state before. */
export type State = readonly [string, (page: Page) => Promise<unknown>]

/** Goes through the states one after another, and says at the end what is wrong in any: each fault once, and where. */
export const look = async (page: Page, states: readonly State[]) => {
  const where = new Map<string, Set<string>>()
  for (const [name, go] of states) {
    await test.step(name, async () => {
      await go(page)
      for (const [scheme, fault] of await faultsOf(page)) {
        where.set(fault, (where.get(fault) ?? new Set()).add(`${name} (${scheme})`))
      }
    })
  }
  expect([...where].map(([fault, states]) => `${fault} IN ${[...states].join(', ')}`)).toEqual([])
}

/** Goes to an address, and waits until the page there is whole. */
export const visit =
  (path: string) =>
  async (page: Page): Promise<void> => {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await ready(page)
  }
/** Clicks the first thing of this name. */
export const click =
  (role: 'button' | 'tab' | 'menuitem', name: string | RegExp) =>
  (page: Page): Promise<void> =>
    page.getByRole(role, { name }).first().click()
/** Waits for a window over the page. */
export const dialog = (page: Page) => expect(page.getByRole('dialog')).toBeVisible()
