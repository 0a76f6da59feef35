import type { NextRequest, NextResponse } from 'next/server'
import { withSecurityHeaders } from '@/lib/server/headers'

/** Every page gets its security headers here; who may see what is decided where the data is read. */
export function proxy(request: NextRequest): NextResponse {
  return withSecurityHeaders(request)
}

// Not the API, not what Next serves from its build, not files, not the probes.
export const config = { matcher: '/((?!api/|_next/|healthz$|readyz$|metrics$|.*\\.[a-z0-9]+$).*)' }
