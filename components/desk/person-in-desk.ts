import type { Role } from '@/lib/permissions/can'

/** A person in a desk, as the API lists them. */
export type PersonInDesk = {
  readonly person: { readonly id: string; readonly name: string; readonly email: string }
  readonly role: Role
  readonly version: number
  readonly joinedAt: string
}

/** An account of the site, as the API lists it for administrators. */
export type Account = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly administrator: boolean
  readonly sessions: number
  readonly createdAt: string
  readonly desks: readonly { readonly id: string; readonly slug: string; readonly name: string; readonly role: Role }[]
}

/** A one-time link that nobody has used yet. */
export type PendingLink = {
  readonly id: string
  readonly role: Role
  readonly name: string
  readonly createdBy: { readonly id: string; readonly name: string } | null
  readonly expiresAt: string
}
