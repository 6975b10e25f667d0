/** Counts wrong passwords and locks the account at the fifth, until it is unlocked by hand. */
export type LockOut = {
  readonly locked: () => boolean;
  readonly failed: () => void;
  readonly passed: () => void;
  readonly unlock: () => void;
};

const limit = 5;

/** A fresh, unlocked account. */
export const createLockOut = (): LockOut => {
  let failures = 0;
  return {
    locked: () => failures >= limit,
    failed: () => {
      failures += 1;
    },
    passed: () => {
      failures = 0;
    },
    unlock: () => {
      failures = 0;
    },
  };
};
