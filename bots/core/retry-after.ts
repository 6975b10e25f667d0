const unstatedSeconds = 30;

/** How long a portal asks us to wait, by its `Retry-After` header in seconds; half a minute where it does not say. */
export const retryAfterSeconds = (headers: Readonly<Record<string, string>> | undefined): number => {
  const header = headers?.["retry-after"] ?? "";
  return /^\d{1,5}$/.test(header) ? Number(header) : unstatedSeconds;
};
