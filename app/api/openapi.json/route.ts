import { things } from '@/app/api/v1/routes'
import { describedApi } from '@/lib/server/openapi/answer'

/** The description of the API, for programs; /api-docs shows it to people. */
export const GET = () => describedApi(things)
