import type { CookieSerializeOptions } from "@fastify/cookie";

/** The cookies of the api. Neither can be read by a page's script or sent from another site's. */
export const cookiesFor = (publicUrl: string) => {
  const isSecure = new URL(publicUrl).protocol === "https:";
  const options: CookieSerializeOptions = { httpOnly: true, sameSite: "lax", secure: isSecure, path: "/" };
  // The prefix makes browsers refuse the cookie over plain http and from subdomains.
  const prefix = isSecure ? "__Host-" : "";
  return { isSecure, options, session: `${prefix}skalig_session`, pending: `${prefix}skalig_sign_in` };
};
export type Cookies = ReturnType<typeof cookiesFor>;
