import pino from 'pino'

/**
 * The process's log: one JSON object a line on standard output. LOG_LEVEL sets how much; secrets are left out even where a
 * whole request or configuration is logged by mistake.
 */
export const log = pino({
  level: process.env.LOG_LEVEL?.trim() || 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: {
    paths: ['password', 'token', 'secret', 'authorization', 'cookie'].flatMap((name) => [
      name,
      `*.${name}`,
      `*.*.${name}`,
    ]),
    censor: '[left out]',
  },
})
