// What comes before any package can be imported: is this Node new enough, and are the packages installed.
// Only `node:` imports and syntax an old Node can parse, so that its user reads a sentence and not a SyntaxError.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The sentence for a Node that is too old, or null. `version` is like '20.19.0'. */
export function nodeProblem(version) {
  const parts = version.split('.').map(Number)
  const enough = parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)
  return enough ? null : `Verbatim needs Node 20.19 or newer; this is Node ${version}. See https://nodejs.org.`
}

/** Whether node_modules holds, entry by entry, what the lock file asks for on this system. */
export function isInstalled(folder) {
  const installed = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  try {
    const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages
    const present = JSON.parse(readFileSync(installed, 'utf8')).packages
    return Object.keys(wanted).every((path) => {
      const want = wanted[path]
      if (path === '' || want.optional || want.devOptional || want.peer) return true
      return present[path] !== undefined && present[path].version === want.version
    })
  } catch (_unreadable) {
    return false
  }
}

/** Checks Node and installs the packages where they are missing or old. Ends the process with a sentence on failure. */
export function prepare() {
  const problem = nodeProblem(process.versions.node)
  if (problem) stop(problem)
  if (isInstalled(root)) return
  console.log('Installing the packages (a minute or two the first time) …')
  const begun = Date.now()
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: !npm && process.platform === 'win32' }
  const done =
    npm && /\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm].concat(args), options)
      : spawnSync('npm', args, options)
  if (done.status !== 0)
    stop('The packages could not be installed; npm says why above. Run "npm ci --include=dev" to try again.')
  console.log(`Installed the packages in ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Runs a TypeScript file of this folder in this same process, so that signals reach it without a middleman. */
export function run(file) {
  prepare()
  process.chdir(root)
  return import('tsx/esm/api')
    .then((tsx) => {
      tsx.register()
      return import(`./${file}`)
    })
    .then((script) => script.main(process.argv.slice(2)))
    .catch((error) => {
      console.error(error)
      process.exit(1)
    })
}
