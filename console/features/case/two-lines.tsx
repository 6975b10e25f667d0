import type { ReactNode } from "react";

/** What something is, and under it what to know of it. */
export const Two = ({ first, second }: { readonly first: string; readonly second: ReactNode }) => (
  <div>
    <div>{first}</div>
    <div className="small muted">{second}</div>
  </div>
);
