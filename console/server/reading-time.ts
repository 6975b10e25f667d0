import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ReadingInput } from "../../contracts/api/reading.js";
import type { CaseId, Sha256 } from "../../contracts/ids.js";
import { sendQuietly } from "./request.js";

/** A reading that goes on, and what can be said of it. */
export type Reading = {
  /** Seconds that the page has been in sight since the case was opened. */
  readonly seconds: number;
  readonly letterSeen: boolean;
  /** Says that the letter has been looked at. */
  readonly seeLetter: () => void;
  /** Sends what has gathered, and begins anew. */
  readonly end: (ended: ReadingInput["ended"]) => void;
};

const daySeconds = 86_400;

/**
 * Counts how long a case is in sight, for the log and for the person to see. Counts only while the page is visible;
 * what has gathered is sent when the case is left, read anew or decided.
 */
export const useReadingTime = (caseId: CaseId, shownHash: Sha256): Reading => {
  const [seconds, setSeconds] = useState(0);
  const [letterSeen, setLetterSeen] = useState(false);
  const counted = useRef({ seconds: 0, letterSeen: false });

  const send = (ended: ReadingInput["ended"], hash: Sha256): void => {
    const { seconds: gathered, letterSeen: seen } = counted.current;
    counted.current = { seconds: 0, letterSeen: false };
    if (gathered === 0 && !seen) return;
    const body: ReadingInput = { shownHash: hash, seconds: Math.min(gathered, daySeconds), letterSeen: seen, ended };
    sendQuietly({ path: `/api/cases/${caseId}/reading`, body });
  };
  const tick = useEffectEvent((): void => {
    if (document.visibilityState !== "visible") return;
    counted.current.seconds += 1;
    setSeconds((before) => before + 1);
  });
  const leave = useEffectEvent((hash: Sha256): void => {
    send("left", hash);
  });
  const turn = useEffectEvent((hash: Sha256): void => {
    send("read-anew", hash);
  });

  useEffect(() => {
    const timer = setInterval(tick, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  // Another hash is another page: what was gathered belongs to the one before.
  const latest = useRef(shownHash);
  useEffect(() => {
    if (latest.current !== shownHash) turn(latest.current);
    latest.current = shownHash;
  }, [shownHash]);
  useEffect(() => {
    const onHide = (): void => {
      leave(latest.current);
    };
    window.addEventListener("pagehide", onHide);
    return () => {
      window.removeEventListener("pagehide", onHide);
      onHide();
    };
  }, []);

  return {
    seconds,
    letterSeen,
    seeLetter: () => {
      counted.current.letterSeen = true;
      setLetterSeen(true);
    },
    end: (ended) => {
      send(ended, shownHash);
    },
  };
};
