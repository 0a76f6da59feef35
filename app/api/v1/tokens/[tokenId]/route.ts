import { ApiTokenAt, revokeApiToken } from '@/lib/data/api-tokens'
import { route } from '@/lib/server/route'

export const DELETE = route(ApiTokenAt, revokeApiToken, {
  summary: 'Revokes a token: its next request is refused.',
  may: 'token.revoke',
  answers: null,
})
