/** Options that commands share, as commander hands them over. */
export type SharedOptions = { readonly data: string; readonly json: boolean };

/** Where data lie unless `--data` says otherwise. */
export const defaultDataFolder = ".skalig";
