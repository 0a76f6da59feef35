import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'

const megabyte = 2 ** 20

/** The process of the one page that has done anything, where the system tells about processes. */
const processOf = async (browser: Browser): Promise<number | undefined> => {
  if (process.platform !== 'linux') return undefined
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime)[0]?.id
}

/**
 * What a page takes, in MB, after its garbage was collected: the private memory of its process, with the text, its boxes,
 * styles and scripts. Where the system does not tell (outside of Linux), the heap of its scripts and elements alone.
 */
export const memoryOf = async (browser: Browser, page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page)
  for (let turn = 0; turn < 2; turn += 1) {
    await session.send('HeapProfiler.collectGarbage')
    await session.send('Memory.simulatePressureNotification', { level: 'critical' })
    await page.waitForTimeout(200)
  }
  const id = await processOf(browser)
  if (id !== undefined) {
    const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')
    const kilobytes = [...rollup.matchAll(/^Private_\w+:\s+(\d+)/gm)].reduce((sum, [, size]) => sum + Number(size), 0)
    return (kilobytes * 1024) / megabyte
  }
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / megabyte
}
