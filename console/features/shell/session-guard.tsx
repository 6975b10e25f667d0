import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Button } from "../../components/button.js";
import { Dialog } from "../../components/dialog.js";
import { isSignedOut } from "../../server/problem-error.js";
import { sessionQuery } from "../../server/queries.js";
import { sv } from "../../texts/sv.js";

const warnsBeforeMs = 2 * 60_000;
const looksEveryMs = 15_000;

/**
 * Warns before the session ends, and says so when it has. The page stays as it is in both cases:
 * what someone has written is never lost to a time limit.
 */
export const SessionGuard = () => {
  const client = useQueryClient();
  const session = useQuery({ ...sessionQuery, refetchInterval: 5 * 60_000 });
  const [isEnding, setIsEnding] = useState(false);
  const [hasEnded, setHasEnded] = useState(false);
  const { data, dataUpdatedAt } = session;

  useEffect(() => {
    const look = (): void => {
      setIsEnding(data !== undefined && dataUpdatedAt + data.leftMs - Date.now() < warnsBeforeMs);
    };
    look();
    const timer = setInterval(look, looksEveryMs);
    return () => {
      clearInterval(timer);
    };
  }, [data, dataUpdatedAt]);

  useEffect(
    () =>
      client.getQueryCache().subscribe(({ query }) => {
        if (isSignedOut(query.state.error)) setHasEnded(true);
      }),
    [client],
  );

  const renew = async (): Promise<void> => {
    const renewed = await session.refetch();
    if (renewed.isSuccess) {
      setHasEnded(false);
      await client.invalidateQueries({ predicate: ({ state }) => isSignedOut(state.error) });
    }
  };

  if (hasEnded)
    return (
      <Dialog title={sv.session.endedTitle} isOpen mustAnswer onClose={() => undefined}>
        <p>{sv.session.ended}</p>
        <div className="dialog-actions">
          <a className="button" href="/api/sign-in?return=/" target="_blank" rel="noopener">
            {sv.session.signInNewTab}
          </a>
          <Button look="primary" onPress={() => renew()}>
            {sv.session.haveSignedIn}
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={sv.session.endingTitle} isOpen={isEnding} mustAnswer onClose={() => undefined}>
      <p>{sv.session.ending}</p>
      <div className="dialog-actions">
        <Button look="primary" autoFocus onPress={() => renew()}>
          {sv.session.stay}
        </Button>
      </div>
    </Dialog>
  );
};
