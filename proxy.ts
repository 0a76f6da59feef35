import type { NextRequest, NextResponse } from 'next/server'
import { withSecurityHeaders } from '@/lib/server/headers'

/** Every page gets its security headers here; who may see what is decided where the data is read. */
export function proxy(request: NextRequest): NextResponse {
  return withSecurityHeaders(request)
}

// Not the API, not what Next serves from its build, not our files, not the probes. Whatever else is asked for is a page.
export const config = { matcher: '/((?!api/|_next/|healthz$|readyz$|metrics$|icon\\.svg$|workbench\\.png$).*)' }
