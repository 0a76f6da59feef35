import { problemResponse } from '@/lib/server/problem'

const missing = () => problemResponse('not-found', 'There is no such address in this API.')

export {
  missing as DELETE,
  missing as GET,
  missing as HEAD,
  missing as OPTIONS,
  missing as PATCH,
  missing as POST,
  missing as PUT,
}
