import * as tokens from '@/lib/data/api-tokens'
import { pageOfEach } from '@/lib/data/page'
import { route } from '@/lib/server/route'

const answers = pageOfEach(tokens.ApiToken)
const summary = "Lists your tokens in a desk, or everybody's for an owner."
export const GET = route(tokens.ApiTokensInput, tokens.listApiTokens, { summary, may: 'desk.read', answers })
export const POST = route(tokens.ApiTokenInput, tokens.createApiToken, {
  summary: 'Makes a token for yourself in a desk. It is told this once.',
  may: 'token.make',
  answers: tokens.NewApiToken,
  created: ({ id }) => `/api/v1/tokens/${id}`,
  refuses: ['conflict'],
  example: { name: 'Nightly export', scope: 'read', expires: 90 },
})
