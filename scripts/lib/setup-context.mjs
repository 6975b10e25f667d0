/**
 * What every part of the set-up is given.
 * @typedef {object} SetupContext
 * @property {NodeJS.ProcessEnv} env the environment, read only
 * @property {boolean} mayInstall false where the set-up is only inspected (`skalig doctor`)
 * @property {AbortSignal} signal ends the work when another part has failed or the user stops
 * @property {(part: string, text: string) => void} note
 */

/**
 * What a part answers: a word about what was found, and the variables that tell the rest of the program where it is.
 * @typedef {object} PartReady
 * @property {string} [detail]
 * @property {Record<string, string>} [env]
 */

export {};
