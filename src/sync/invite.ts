/**
 * Returns the operator's word as the part of an object that has it; nothing if this phone was never
 * told one. It is needed to make the household, also again after the server has lost it.
 */
export const withInvite = (invite: string | undefined): { invite?: string } => (invite === undefined ? {} : { invite });
