import type { ReactNode } from "react";
import { sv } from "../texts/sv.js";
import { messageOf } from "../server/problem-error.js";
import { Button } from "./button.js";

/** Something is on its way. Announced, without moving the page about. */
export const Loading = () => (
  <p className="state muted" role="status">
    {sv.common.loading}
  </p>
);

/** There is nothing, and what that means. */
export const Empty = ({ children }: { readonly children: ReactNode }) => <p className="state muted">{children}</p>;

/** Something failed, in plain words, with what to do next. */
export const Failed = ({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => unknown }) => (
  <div className="state" role="alert">
    <h2>{sv.states.errorTitle}</h2>
    <p>{messageOf(error)}</p>
    <Button onPress={onRetry}>{sv.common.tryAgain}</Button>
  </div>
);

/** A refusal or an error of a command, beside the button that was pressed. */
export const CommandError = ({ error }: { readonly error: unknown }) =>
  error === null || error === undefined ? null : (
    <p className="notice bad" role="alert">
      {messageOf(error)}
    </p>
  );
