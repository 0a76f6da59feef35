import NextAuth from 'next-auth'
import { authOptions } from '@/lib/server/auth'

const handler = (request: Request, context: object) => NextAuth(authOptions())(request, context)

export { handler as GET, handler as POST }
